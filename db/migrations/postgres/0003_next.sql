CREATE TABLE "contract_template" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"clauses" jsonb NOT NULL,
	"basis" text NOT NULL,
	"from_date" text NOT NULL,
	"hash" text NOT NULL,
	"ground" text,
	"revised_by" text,
	"at" bigint
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"seat_id" text NOT NULL,
	"role" text NOT NULL,
	"party_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"matters" jsonb NOT NULL,
	"words" text NOT NULL,
	"hash" text NOT NULL,
	"signed_at" bigint NOT NULL,
	"received_at" bigint
);
--> statement-breakpoint
CREATE TABLE "joint_log" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"month" text NOT NULL,
	"sector" text NOT NULL,
	"words" text NOT NULL,
	"written_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "onward_payment" (
	"id" text PRIMARY KEY NOT NULL,
	"subcontract_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"paid_on" text NOT NULL,
	"receipt_no" text NOT NULL,
	"registered_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "onward_payment_amount" CHECK ("onward_payment"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "subcontract" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"state" text NOT NULL,
	"party_id" text NOT NULL,
	"part" text NOT NULL,
	"indicators" jsonb NOT NULL,
	"percent" integer NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint,
	"hash" text,
	CONSTRAINT "subcontract_percent" CHECK ("subcontract"."percent" > 0)
);
--> statement-breakpoint
ALTER TABLE "contract_change" ADD COLUMN "acknowledged_by" text;--> statement-breakpoint
ALTER TABLE "contract_change" ADD COLUMN "acknowledged_at" bigint;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "core" jsonb;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "end_cause" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "end_finding_id" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "kind" text DEFAULT 'ordinary' NOT NULL;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_log" ADD CONSTRAINT "joint_log_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onward_payment" ADD CONSTRAINT "onward_payment_subcontract_id_subcontract_id_fk" FOREIGN KEY ("subcontract_id") REFERENCES "public"."subcontract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subcontract" ADD CONSTRAINT "subcontract_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subcontract" ADD CONSTRAINT "subcontract_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_template_version" ON "contract_template" USING btree ("code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "handover_ref" ON "handover" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "handover_seat" ON "handover" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "handover_party" ON "handover" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "joint_log_once" ON "joint_log" USING btree ("contract_id","month","sector");--> statement-breakpoint
CREATE UNIQUE INDEX "onward_payment_receipt" ON "onward_payment" USING btree ("subcontract_id","receipt_no");--> statement-breakpoint
CREATE UNIQUE INDEX "subcontract_ref" ON "subcontract" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "subcontract_contract" ON "subcontract" USING btree ("contract_id");