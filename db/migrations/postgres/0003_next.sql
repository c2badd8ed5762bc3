CREATE TABLE "callback" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"roll_entry_id" text NOT NULL,
	"helper_id" text NOT NULL,
	"drawn_by" text NOT NULL,
	"drawn_at" bigint NOT NULL,
	"outcome" text,
	"note" text,
	"called_by" text,
	"called_at" bigint
);
--> statement-breakpoint
CREATE TABLE "kiosk" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"party_id" text NOT NULL,
	"spot" text NOT NULL,
	"unlocked_by" text NOT NULL,
	"unlocked_at" bigint NOT NULL,
	"locked_at" bigint,
	"turn_hash" text
);
--> statement-breakpoint
CREATE TABLE "paper_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"building" text NOT NULL,
	"size" integer NOT NULL,
	"carrier_id" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"used" integer,
	"unused" integer,
	"missing_ground" text,
	"returned_by" text,
	"returned_at" bigint
);
--> statement-breakpoint
CREATE TABLE "paper_sheet" (
	"batch_id" text NOT NULL,
	"line" integer NOT NULL,
	"outcome" text NOT NULL,
	"voided" text,
	"blank" boolean DEFAULT false NOT NULL,
	"first_reader" text NOT NULL,
	"second_reader" text NOT NULL,
	"third_reader" text,
	CONSTRAINT "paper_sheet_batch_id_line_pk" PRIMARY KEY("batch_id","line")
);
--> statement-breakpoint
CREATE TABLE "reissued_slip" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"roll_entry_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"code_hash" text,
	"ground" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roll_load" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"source" text NOT NULL,
	"entries" integer NOT NULL,
	"households" integer NOT NULL,
	"without_phone" integer NOT NULL,
	"added" integer NOT NULL,
	"gone" integer NOT NULL,
	"registered" integer,
	"loaded_by" text NOT NULL,
	"loaded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sheet_reading" (
	"batch_id" text NOT NULL,
	"line" integer NOT NULL,
	"reading" integer NOT NULL,
	"reader_id" text NOT NULL,
	"slip_hash" text NOT NULL,
	"marks_hash" text NOT NULL,
	CONSTRAINT "sheet_reading_batch_id_line_reading_pk" PRIMARY KEY("batch_id","line","reading")
);
--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "grid_id" text;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "building" text;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_roll_entry_id_roll_entry_id_fk" FOREIGN KEY ("roll_entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk" ADD CONSTRAINT "kiosk_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batch" ADD CONSTRAINT "paper_batch_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_batch_id_paper_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reissued_slip" ADD CONSTRAINT "reissued_slip_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_load" ADD CONSTRAINT "roll_load_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_reading" ADD CONSTRAINT "sheet_reading_batch_id_paper_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "callback_once" ON "callback" USING btree ("roll_entry_id");--> statement-breakpoint
CREATE INDEX "callback_round" ON "callback" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "kiosk_round" ON "kiosk" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_batch_order" ON "paper_batch" USING btree ("round_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "reissued_slip_order" ON "reissued_slip" USING btree ("roll_entry_id","ordinal");--> statement-breakpoint
CREATE INDEX "reissued_slip_code" ON "reissued_slip" USING btree ("round_id","code_hash");--> statement-breakpoint
CREATE INDEX "roll_load_round" ON "roll_load" USING btree ("round_id");