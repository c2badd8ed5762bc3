CREATE TABLE "round_file" (
	"round_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"unit" text NOT NULL,
	"instance" text NOT NULL,
	"currency" text,
	"counted" jsonb
);
--> statement-breakpoint
ALTER TABLE "round_item" ALTER COLUMN "need_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "duty_id" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "duty_outside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "duty_outside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "minor_quote" ADD COLUMN "chosen_at" bigint;--> statement-breakpoint
ALTER TABLE "minor_quote" ADD COLUMN "set_aside_at" bigint;--> statement-breakpoint
ALTER TABLE "minor_quote" ADD COLUMN "set_aside_reason" text;--> statement-breakpoint
ALTER TABLE "round_item" ADD COLUMN "ref_no" text;--> statement-breakpoint
ALTER TABLE "round_item" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "round_file" ADD CONSTRAINT "round_file_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_duty_id_duty_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duty"("id") ON DELETE no action ON UPDATE no action;