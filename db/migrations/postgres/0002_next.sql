CREATE TABLE "care_complaint" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"order_id" text NOT NULL,
	"care_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"state" text NOT NULL,
	"words_sealed" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"reply_sealed" text,
	"replied_by" text,
	"replied_at" bigint,
	"ruling_sealed" text,
	"ruled_by" text,
	"ruled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "care_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"care_id" text NOT NULL,
	"month" text NOT NULL,
	"out" text NOT NULL,
	"into" text NOT NULL,
	"amount" integer NOT NULL,
	"source" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "care_entry_amount" CHECK ("care_entry"."amount" > 0),
	CONSTRAINT "care_entry_sides" CHECK ("care_entry"."out" <> "care_entry"."into")
);
--> statement-breakpoint
CREATE TABLE "care_form" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"from_date" text NOT NULL,
	"source" text NOT NULL,
	"questions" jsonb NOT NULL,
	"levels" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care_settlement" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"framework_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"month" text NOT NULL,
	"visits" integer NOT NULL,
	"people" integer NOT NULL,
	"minutes" integer NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"claimed_by" text NOT NULL,
	"claimed_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	CONSTRAINT "care_settlement_amount" CHECK ("care_settlement"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "care_visit" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"care_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"month" text NOT NULL,
	"held" integer NOT NULL,
	"hour" text NOT NULL,
	"aide_id" text,
	"checked_in_at" bigint,
	"checked_in_via" text,
	"checked_in_by" text,
	"left_at" bigint,
	"confirmed_via" text,
	"sheet_no" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"settlement_id" text
);
--> statement-breakpoint
CREATE TABLE "care" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"framework_id" text NOT NULL,
	"person_id" text NOT NULL,
	"applied_by" text NOT NULL,
	"applied_at" bigint NOT NULL,
	"lives_alone" boolean NOT NULL,
	"low_income" boolean NOT NULL,
	"address_sealed" text NOT NULL,
	"state" text NOT NULL,
	"form_id" text,
	"answers_sealed" text,
	"points" integer,
	"level" text,
	"assessed_by" text,
	"assessed_at" bigint,
	"unit" text,
	"monthly" integer,
	"from_date" text,
	"to_date" text,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"code_turn" integer DEFAULT 0 NOT NULL,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
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
CREATE TABLE "bank_line" (
	"id" text PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"line_no" integer NOT NULL,
	"voucher_year" integer NOT NULL,
	"voucher_no" text NOT NULL,
	"payee_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"outcome" text NOT NULL,
	"receipt_no" text NOT NULL,
	"on_date" text NOT NULL,
	"reason" text,
	"state" text NOT NULL,
	"why" text,
	"payment_id" text,
	"settled_by" text,
	"settled_at" bigint,
	"settle_reason" text,
	CONSTRAINT "bank_line_amount" CHECK ("bank_line"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "bank_list" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"buyer_id" text NOT NULL,
	"hash" text NOT NULL,
	"lines" integer NOT NULL,
	"matched" integer NOT NULL,
	"brought_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "book_balance" (
	"owner_id" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "book_balance_owner_id_kind_pk" PRIMARY KEY("owner_id","kind"),
	CONSTRAINT "book_balance_not_overdrawn" CHECK ("book_balance"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "book_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"owner_id" text NOT NULL,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"on_date" text NOT NULL,
	"title" text NOT NULL,
	"voucher_no" text NOT NULL,
	"scan_hash" text,
	"scan_file_id" text,
	"entered_by" text NOT NULL,
	"entered_at" bigint NOT NULL,
	"approved_by" text,
	"approved_at" bigint,
	"returned_at" bigint,
	"return_reason" text,
	"reverses_id" text,
	CONSTRAINT "book_entry_amount" CHECK ("book_entry"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "cost_line" (
	"milestone_id" text PRIMARY KEY NOT NULL,
	"line_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_guard" (
	"scope" text NOT NULL,
	"of_id" text NOT NULL,
	"account" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "ledger_guard_scope_of_id_account_pk" PRIMARY KEY("scope","of_id","account"),
	CONSTRAINT "ledger_guard_not_overdrawn" CHECK ("ledger_guard"."account" = 'source' or "ledger_guard"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "pool_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"version" integer NOT NULL,
	"categories" jsonb,
	"item_types" jsonb,
	"fiscal" boolean NOT NULL,
	"ground" text NOT NULL,
	"mark" text NOT NULL,
	"certainty" text NOT NULL,
	"from_date" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_apart" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"other_id" text NOT NULL,
	"reason" text NOT NULL,
	"told_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "payment_voucher";--> statement-breakpoint
DROP INDEX "voucher_once";--> statement-breakpoint
ALTER TABLE "contract_change" ADD COLUMN "acknowledged_by" text;--> statement-breakpoint
ALTER TABLE "contract_change" ADD COLUMN "acknowledged_at" bigint;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "core" jsonb;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "end_cause" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "end_finding_id" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "kind" text DEFAULT 'ordinary' NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "application_hash" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "paid_on" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "payer_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "sent_on" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "payer_tail" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "amount" bigint;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "scan_hash" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "scan_file_id" text;--> statement-breakpoint
ALTER TABLE "framework_item" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "service_order" ADD COLUMN "care_id" text;--> statement-breakpoint
ALTER TABLE "fund_pool" ADD COLUMN "categories" jsonb;--> statement-breakpoint
ALTER TABLE "care_complaint" ADD CONSTRAINT "care_complaint_order_id_service_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_complaint" ADD CONSTRAINT "care_complaint_care_id_care_id_fk" FOREIGN KEY ("care_id") REFERENCES "public"."care"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_entry" ADD CONSTRAINT "care_entry_care_id_care_id_fk" FOREIGN KEY ("care_id") REFERENCES "public"."care"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_settlement" ADD CONSTRAINT "care_settlement_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_settlement" ADD CONSTRAINT "care_settlement_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_visit" ADD CONSTRAINT "care_visit_order_id_service_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_visit" ADD CONSTRAINT "care_visit_care_id_care_id_fk" FOREIGN KEY ("care_id") REFERENCES "public"."care"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care" ADD CONSTRAINT "care_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care" ADD CONSTRAINT "care_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care" ADD CONSTRAINT "care_form_id_care_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."care_form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_log" ADD CONSTRAINT "joint_log_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onward_payment" ADD CONSTRAINT "onward_payment_subcontract_id_subcontract_id_fk" FOREIGN KEY ("subcontract_id") REFERENCES "public"."subcontract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subcontract" ADD CONSTRAINT "subcontract_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subcontract" ADD CONSTRAINT "subcontract_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_list_id_bank_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."bank_list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_list" ADD CONSTRAINT "bank_list_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_entry" ADD CONSTRAINT "book_entry_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_line" ADD CONSTRAINT "cost_line_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "care_complaint_ref" ON "care_complaint" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "care_complaint_order" ON "care_complaint" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "care_complaint_supplier" ON "care_complaint" USING btree ("supplier_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "care_entry_source" ON "care_entry" USING btree ("source");--> statement-breakpoint
CREATE INDEX "care_entry_month" ON "care_entry" USING btree ("care_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "care_form_version" ON "care_form" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "care_settlement_ref" ON "care_settlement" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "care_settlement_live" ON "care_settlement" USING btree ("framework_id","supplier_id","month") WHERE state <> 'returned';--> statement-breakpoint
CREATE UNIQUE INDEX "care_visit_order" ON "care_visit" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "care_visit_care" ON "care_visit" USING btree ("care_id");--> statement-breakpoint
CREATE INDEX "care_visit_aide" ON "care_visit" USING btree ("aide_id");--> statement-breakpoint
CREATE INDEX "care_visit_supplier" ON "care_visit" USING btree ("supplier_id","settlement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "care_ref" ON "care" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "care_live" ON "care" USING btree ("framework_id","person_id") WHERE state in ('applied', 'assessed', 'granted');--> statement-breakpoint
CREATE INDEX "care_person" ON "care" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "care_state" ON "care" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_template_version" ON "contract_template" USING btree ("code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "handover_ref" ON "handover" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "handover_seat" ON "handover" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "handover_party" ON "handover" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "joint_log_once" ON "joint_log" USING btree ("contract_id","month","sector");--> statement-breakpoint
CREATE UNIQUE INDEX "onward_payment_receipt" ON "onward_payment" USING btree ("subcontract_id","receipt_no");--> statement-breakpoint
CREATE UNIQUE INDEX "subcontract_ref" ON "subcontract" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "subcontract_contract" ON "subcontract" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_line_once" ON "bank_line" USING btree ("buyer_id","receipt_no");--> statement-breakpoint
CREATE INDEX "bank_line_list" ON "bank_line" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "bank_line_waiting" ON "bank_line" USING btree ("buyer_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_list_ref" ON "bank_list" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_list_once" ON "bank_list" USING btree ("buyer_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "book_entry_ref" ON "book_entry" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "book_entry_reversed" ON "book_entry" USING btree ("reverses_id") WHERE returned_at is null;--> statement-breakpoint
CREATE INDEX "book_entry_owner" ON "book_entry" USING btree ("owner_id","on_date");--> statement-breakpoint
CREATE UNIQUE INDEX "pool_rule_version" ON "pool_rule" USING btree ("source","version");--> statement-breakpoint
CREATE UNIQUE INDEX "told_apart_once" ON "told_apart" USING btree ("plan_id","other_id");--> statement-breakpoint
CREATE INDEX "voucher_scan" ON "voucher" USING btree ("scan_hash");--> statement-breakpoint
CREATE INDEX "payment_voucher" ON "payment" USING btree ("voucher_year","voucher_no");--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_once" ON "voucher" USING btree ("year","no","payer_id");