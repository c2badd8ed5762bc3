CREATE TABLE "fundraising_certificate" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"no" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"entered_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gift" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"pot_id" text NOT NULL,
	"kind" text NOT NULL,
	"payer_id" text NOT NULL,
	"payer_party_id" text,
	"shown_as" text,
	"amount" bigint NOT NULL,
	"agreement" jsonb NOT NULL,
	"agreement_hash" text NOT NULL,
	"state" text NOT NULL,
	"pledged_at" bigint NOT NULL,
	"answered_by" text,
	"answered_at" bigint,
	"decline_reason" text,
	"withdrawn_at" bigint,
	"received_at" bigint,
	"released_by" text,
	"released_at" bigint,
	"refunded_by" text,
	"refunded_at" bigint,
	"refund_reason" text,
	CONSTRAINT "gift_amount" CHECK ("gift"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "payee_account" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"party_id" text NOT NULL,
	"ref" text,
	"ready" integer DEFAULT 0 NOT NULL,
	"asked_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pot" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"milestone_id" text NOT NULL,
	"receiver_id" text NOT NULL,
	"line_id" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"wanted" bigint NOT NULL,
	"state" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"closed_at" bigint,
	"certificate_no" text,
	"filing_no" text,
	"platform" text,
	"platform_url" text,
	CONSTRAINT "pot_wanted" CHECK ("pot"."wanted" > 0)
);
--> statement-breakpoint
CREATE TABLE "provider_call" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"call_key" text NOT NULL,
	"kind" text NOT NULL,
	"gift_id" text,
	"party_id" text,
	"amount" bigint,
	"of_key" text,
	"reason" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"ref" text,
	"go_to" text,
	"last_error" text,
	"not_before" bigint,
	"created_at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "provider_event" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"about" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "provider_fact" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"fact_id" text NOT NULL,
	"kind" text NOT NULL,
	"fact_key" text NOT NULL,
	"gift_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"fee" bigint,
	"proof" text NOT NULL,
	"happened_at" bigint NOT NULL,
	"settled_amount" integer,
	"settled_currency" text,
	"rate" double precision,
	"reason" text,
	"booked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"day" text NOT NULL,
	"matched" integer NOT NULL,
	"differing" integer NOT NULL,
	"rows" jsonb NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stand_in" (
	"id" text PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptance_item" (
	"id" text PRIMARY KEY NOT NULL,
	"acceptance_id" text NOT NULL,
	"indicator_id" text NOT NULL,
	"role" text NOT NULL,
	"as_claimed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptance_lot" (
	"id" text PRIMARY KEY NOT NULL,
	"acceptance_id" text NOT NULL,
	"service_user_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"unreached" text,
	"unreached_by" text,
	"unreached_at" bigint
);
--> statement-breakpoint
CREATE TABLE "assessment_form" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"from_date" text NOT NULL,
	"source" text NOT NULL,
	"items" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"kind" text NOT NULL,
	"form_id" text NOT NULL,
	"seed" text NOT NULL,
	"list_hash" text NOT NULL,
	"size" integer NOT NULL,
	"state" text NOT NULL,
	"score" double precision,
	"grade" text,
	"words" text,
	"finding_id" text,
	"opened_by" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"published_by" text,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "assessor" (
	"id" text PRIMARY KEY NOT NULL,
	"assessment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"points" jsonb,
	"total" double precision,
	"words" text,
	"declared_at" bigint,
	"scored_at" bigint
);
--> statement-breakpoint
CREATE TABLE "visit_plan" (
	"id" text PRIMARY KEY NOT NULL,
	"centre_id" text NOT NULL,
	"month" text NOT NULL,
	"seed" text NOT NULL,
	"risks" jsonb NOT NULL,
	"figures" jsonb NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_plan_id" text NOT NULL,
	"contract_id" text NOT NULL,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"visited_on" text,
	"present" integer,
	"asked" integer,
	"checks" jsonb,
	"words" text,
	"finding_id" text,
	"settled_by" text,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "voucher_check" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_plan_id" text NOT NULL,
	"contract_id" text NOT NULL,
	"voucher_id" text NOT NULL,
	"state" text NOT NULL,
	"words" text,
	"finding_id" text,
	"settled_by" text,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "resource_slot" (
	"id" text PRIMARY KEY NOT NULL,
	"resource_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"slot" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resource_booking" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"resource_id" text NOT NULL,
	"person_id" text NOT NULL,
	"party_id" text,
	"purpose" text NOT NULL,
	"first_slot" text NOT NULL,
	"last_slot" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"returned_at" bigint,
	"condition" text
);
--> statement-breakpoint
CREATE TABLE "hour_account" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"minutes" integer DEFAULT 0 NOT NULL,
	"opened_at" bigint NOT NULL,
	"insured_until" text,
	"policy_no" text,
	"heir_id" text,
	"closed_at" bigint,
	"closed_cause" text,
	"closed_ground" text,
	"closed_by" text,
	CONSTRAINT "hour_account_not_overdrawn" CHECK ("hour_account"."kind" = 'issued' or "hour_account"."minutes" >= 0),
	CONSTRAINT "hour_account_owner" CHECK (("hour_account"."kind" = 'person') = ("hour_account"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "hour_bank" (
	"id" text PRIMARY KEY NOT NULL,
	"scope" text DEFAULT 'district' NOT NULL,
	"party_id" text NOT NULL,
	"ground" text NOT NULL,
	"appointed_by" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint
);
--> statement-breakpoint
CREATE TABLE "hour_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"service_id" text,
	"reverses_id" text,
	"memo" text,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hour_posting" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"account_id" text NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "hour_posting_minutes" CHECK ("hour_posting"."minutes" <> 0)
);
--> statement-breakpoint
CREATE TABLE "hour_service" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"kind" text NOT NULL,
	"task" text NOT NULL,
	"words" text NOT NULL,
	"community_id" text,
	"host_id" text,
	"asker_id" text,
	"volunteer_id" text,
	"served_on" text NOT NULL,
	"planned" integer,
	"minutes" integer,
	"state" text NOT NULL,
	"made_at" bigint NOT NULL,
	"taken_at" bigint,
	"claimed_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"audited_by" text,
	"audited_at" bigint,
	"audit_words" text,
	CONSTRAINT "hour_service_minutes" CHECK ("hour_service"."minutes" > 0),
	CONSTRAINT "hour_service_planned" CHECK ("hour_service"."planned" > 0)
);
--> statement-breakpoint
CREATE TABLE "partner_offer_use" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_id" text NOT NULL,
	"person_id" text,
	"receiver_id" text,
	"quantity" integer NOT NULL,
	"code" text,
	"receipt_no" text,
	"state" text NOT NULL,
	"taken_at" bigint NOT NULL,
	"counted_by" text,
	"counted_at" bigint,
	CONSTRAINT "partner_offer_use_quantity" CHECK ("partner_offer_use"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "partner_offer" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"party_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"plan_id" text,
	"framework_id" text,
	"quantity" integer NOT NULL,
	"unit_value" bigint NOT NULL,
	"value_ground" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"state" text NOT NULL,
	"posted_by" text NOT NULL,
	"posted_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"ended_at" bigint,
	"taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "partner_offer_quantity" CHECK ("partner_offer"."quantity" > 0),
	CONSTRAINT "partner_offer_taken" CHECK ("partner_offer"."taken" >= 0 and "partner_offer"."taken" <= "partner_offer"."quantity"),
	CONSTRAINT "partner_offer_value" CHECK ("partner_offer"."unit_value" > 0)
);
--> statement-breakpoint
CREATE TABLE "resource" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"owner_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"words" text NOT NULL,
	"address" text NOT NULL,
	"opens" integer,
	"closes" integer,
	"listed" boolean DEFAULT true NOT NULL,
	"added_by" text NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "seed" text;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "reopened_at" bigint;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "reopen_reason" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "freezes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "fundraising_certificate" ADD CONSTRAINT "fundraising_certificate_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift" ADD CONSTRAINT "gift_pot_id_pot_id_fk" FOREIGN KEY ("pot_id") REFERENCES "public"."pot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift" ADD CONSTRAINT "gift_payer_party_id_party_id_fk" FOREIGN KEY ("payer_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payee_account" ADD CONSTRAINT "payee_account_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_receiver_id_party_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_gift_id_gift_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."gift"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_fact" ADD CONSTRAINT "provider_fact_gift_id_gift_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."gift"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_item" ADD CONSTRAINT "acceptance_item_acceptance_id_acceptance_id_fk" FOREIGN KEY ("acceptance_id") REFERENCES "public"."acceptance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_item" ADD CONSTRAINT "acceptance_item_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_lot" ADD CONSTRAINT "acceptance_lot_acceptance_id_acceptance_id_fk" FOREIGN KEY ("acceptance_id") REFERENCES "public"."acceptance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_lot" ADD CONSTRAINT "acceptance_lot_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_form_id_assessment_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."assessment_form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor" ADD CONSTRAINT "assessor_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_plan" ADD CONSTRAINT "visit_plan_centre_id_party_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_visit_plan_id_visit_plan_id_fk" FOREIGN KEY ("visit_plan_id") REFERENCES "public"."visit_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_check" ADD CONSTRAINT "voucher_check_visit_plan_id_visit_plan_id_fk" FOREIGN KEY ("visit_plan_id") REFERENCES "public"."visit_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_check" ADD CONSTRAINT "voucher_check_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_check" ADD CONSTRAINT "voucher_check_voucher_id_voucher_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."voucher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_check" ADD CONSTRAINT "voucher_check_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_slot" ADD CONSTRAINT "resource_slot_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_slot" ADD CONSTRAINT "resource_slot_booking_id_resource_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."resource_booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_booking" ADD CONSTRAINT "resource_booking_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_booking" ADD CONSTRAINT "resource_booking_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_account" ADD CONSTRAINT "hour_account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_bank" ADD CONSTRAINT "hour_bank_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_posting" ADD CONSTRAINT "hour_posting_entry_id_hour_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."hour_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_posting" ADD CONSTRAINT "hour_posting_account_id_hour_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."hour_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_service" ADD CONSTRAINT "hour_service_host_id_party_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_service" ADD CONSTRAINT "hour_service_asker_id_person_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_service" ADD CONSTRAINT "hour_service_volunteer_id_person_id_fk" FOREIGN KEY ("volunteer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_offer_use" ADD CONSTRAINT "partner_offer_use_offer_id_partner_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."partner_offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_offer_use" ADD CONSTRAINT "partner_offer_use_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_offer_use" ADD CONSTRAINT "partner_offer_use_receiver_id_party_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_offer" ADD CONSTRAINT "partner_offer_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_offer" ADD CONSTRAINT "partner_offer_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_offer" ADD CONSTRAINT "partner_offer_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fundraising_certificate_no" ON "fundraising_certificate" USING btree ("no");--> statement-breakpoint
CREATE UNIQUE INDEX "gift_ref" ON "gift" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "gift_pot" ON "gift" USING btree ("pot_id");--> statement-breakpoint
CREATE INDEX "gift_payer" ON "gift" USING btree ("payer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payee_account_once" ON "payee_account" USING btree ("provider","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pot_ref" ON "pot" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "pot_contract" ON "pot" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_call_key" ON "provider_call" USING btree ("provider","call_key");--> statement-breakpoint
CREATE INDEX "provider_call_state" ON "provider_call" USING btree ("state");--> statement-breakpoint
CREATE INDEX "provider_call_gift" ON "provider_call" USING btree ("gift_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_event_once" ON "provider_event" USING btree ("provider","event_id");--> statement-breakpoint
CREATE INDEX "provider_event_state" ON "provider_event" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_fact_once" ON "provider_fact" USING btree ("provider","fact_id");--> statement-breakpoint
CREATE INDEX "provider_fact_gift" ON "provider_fact" USING btree ("gift_id");--> statement-breakpoint
CREATE INDEX "provider_fact_at" ON "provider_fact" USING btree ("happened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reconciliation_day" ON "reconciliation" USING btree ("provider","day");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_item_once" ON "acceptance_item" USING btree ("acceptance_id","indicator_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_lot_once" ON "acceptance_lot" USING btree ("acceptance_id","service_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_form_version" ON "assessment_form" USING btree ("kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_once" ON "assessment" USING btree ("contract_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "assessor_once" ON "assessor" USING btree ("assessment_id","person_id");--> statement-breakpoint
CREATE INDEX "assessor_person" ON "assessor" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_plan_once" ON "visit_plan" USING btree ("centre_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_once" ON "visit" USING btree ("visit_plan_id","contract_id");--> statement-breakpoint
CREATE INDEX "visit_contract" ON "visit" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_check_once" ON "voucher_check" USING btree ("visit_plan_id","voucher_id");--> statement-breakpoint
CREATE INDEX "voucher_check_contract" ON "voucher_check" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resource_slot_once" ON "resource_slot" USING btree ("resource_id","slot");--> statement-breakpoint
CREATE INDEX "resource_slot_booking" ON "resource_slot" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resource_booking_ref" ON "resource_booking" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "resource_booking_resource" ON "resource_booking" USING btree ("resource_id","state");--> statement-breakpoint
CREATE INDEX "resource_booking_person" ON "resource_booking" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_account_person" ON "hour_account" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_bank_open" ON "hour_bank" USING btree ("scope") WHERE until is null;--> statement-breakpoint
CREATE UNIQUE INDEX "hour_entry_source" ON "hour_entry" USING btree ("source");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_entry_reversed" ON "hour_entry" USING btree ("reverses_id");--> statement-breakpoint
CREATE INDEX "hour_entry_service" ON "hour_entry" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "hour_posting_entry" ON "hour_posting" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "hour_posting_account" ON "hour_posting" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_service_ref" ON "hour_service" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "hour_service_volunteer" ON "hour_service" USING btree ("volunteer_id","served_on");--> statement-breakpoint
CREATE INDEX "hour_service_asker" ON "hour_service" USING btree ("asker_id");--> statement-breakpoint
CREATE INDEX "hour_service_host" ON "hour_service" USING btree ("host_id","state");--> statement-breakpoint
CREATE INDEX "hour_service_state" ON "hour_service" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_offer_use_once" ON "partner_offer_use" USING btree ("offer_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_offer_use_code" ON "partner_offer_use" USING btree ("offer_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_offer_use_receipt" ON "partner_offer_use" USING btree ("offer_id","receipt_no");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_offer_ref" ON "partner_offer" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "partner_offer_party" ON "partner_offer" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "partner_offer_plan" ON "partner_offer" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "partner_offer_framework" ON "partner_offer" USING btree ("framework_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resource_ref" ON "resource" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "resource_owner" ON "resource" USING btree ("owner_id");