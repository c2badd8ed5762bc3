CREATE TABLE "year_statement" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"other_income" bigint NOT NULL,
	"other_gifts" bigint NOT NULL,
	"spent" jsonb NOT NULL,
	"other_service" bigint NOT NULL,
	"management" bigint NOT NULL,
	"fundraising" bigint NOT NULL,
	"other_costs" bigint NOT NULL,
	"gifts_spent" bigint NOT NULL,
	"gift_use" text NOT NULL,
	"auditor" text,
	"audit_no" text,
	"filed_by" text NOT NULL,
	"filed_at" bigint NOT NULL,
	CONSTRAINT "year_statement_management" CHECK ("year_statement"."management" >= 0)
);
--> statement-breakpoint
CREATE TABLE "approval_delegation" (
	"id" text PRIMARY KEY NOT NULL,
	"street_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"community_id" text NOT NULL,
	"version" integer NOT NULL,
	"line_id" text NOT NULL,
	"per_purchase" bigint NOT NULL,
	"per_year" bigint NOT NULL,
	"categories" jsonb NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"source" text NOT NULL,
	"mark" text DEFAULT 'M' NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" bigint,
	"withdraw_ground" text
);
--> statement-breakpoint
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
	"turn" integer DEFAULT 0 NOT NULL
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
CREATE TABLE "activity_session" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"held_on" text NOT NULL,
	"place" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"entry_id" text,
	"made_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_file" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"service_user_id" text NOT NULL,
	"worker_id" text NOT NULL,
	"state" text NOT NULL,
	"goal_sealed" text NOT NULL,
	"closing_sealed" text,
	"opened_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "case_note" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"words_sealed" text NOT NULL,
	"author_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cpd_record" (
	"id" text PRIMARY KEY NOT NULL,
	"worker_id" text NOT NULL,
	"held_on" text NOT NULL,
	"title" text NOT NULL,
	"hours" integer NOT NULL,
	"recorded_at" bigint NOT NULL,
	"confirmed_by" text,
	"confirmed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "session_arrival" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"service_user_id" text NOT NULL,
	"via" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "payment_fact" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"fact_id" text NOT NULL,
	"kind" text NOT NULL,
	"fact_key" text NOT NULL,
	"payment_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"fee" bigint,
	"proof" text NOT NULL,
	"happened_at" bigint NOT NULL,
	"reason" text,
	"booked_at" bigint NOT NULL
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
	"payment_id" text,
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
	"received_at" bigint,
	"state" text DEFAULT 'signed' NOT NULL,
	"signed_by" text,
	"ground" text,
	"returned_at" bigint,
	"return_words" text
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
	"settlement_id" text,
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
CREATE TABLE "consultation" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"state" text NOT NULL,
	"words" text NOT NULL,
	"changes" text,
	"days" integer NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL,
	"confirmed_by" text,
	"asked_at" bigint,
	"due_at" bigint,
	"asked_ids" jsonb
);
--> statement-breakpoint
CREATE TABLE "final_offer" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"draft_sealed" text,
	"sealed" text,
	"seal_hash" text,
	"seal_salt" text,
	"words_hash" jsonb,
	"sealed_in" text,
	"receipt_no" text,
	"submitted_by" text,
	"submitted_at" bigint,
	"price" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "printout" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"hash" text NOT NULL,
	"issued_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisal_item" (
	"round_item_id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"contract_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisal_work" (
	"round_item_id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"work_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisal" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"community_id" text NOT NULL,
	"year" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merit" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"kind" text NOT NULL,
	"ranking_id" text NOT NULL,
	"party_id" text NOT NULL,
	"words" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_fix" (
	"id" text PRIMARY KEY NOT NULL,
	"rating_id" text NOT NULL,
	"framework_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint,
	"rater_words" text,
	"closed_at" bigint,
	"opened_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_rating" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"framework_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"level" integer NOT NULL,
	"words" text,
	"given_by" text NOT NULL,
	"given_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oversight" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"street_id" text NOT NULL,
	"ruler_id" text NOT NULL,
	"matter" text NOT NULL,
	"matter_id" text NOT NULL,
	"matter_title" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"answer_due_at" bigint NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint,
	"settled_at" bigint,
	"escalation" text,
	"escalated_at" bigint,
	"ruling_due_at" bigint,
	"upheld" boolean,
	"ruling" text,
	"ruled_by" text,
	"ruled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "rank_formula" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"words" text NOT NULL,
	"from_date" text NOT NULL,
	"adopted_by" text NOT NULL,
	"adopted_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rank_objection" (
	"id" text PRIMARY KEY NOT NULL,
	"ranking_id" text NOT NULL,
	"party_id" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"answer" text,
	"decided_by" text,
	"decided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "ranking" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"formula_version" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"corrects" text,
	"published_by" text NOT NULL,
	"published_at" bigint NOT NULL,
	"objections_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_look" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"outcome" text NOT NULL,
	"words" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlement_voucher" (
	"id" text PRIMARY KEY NOT NULL,
	"settlement_id" text NOT NULL,
	"payer_id" text NOT NULL,
	"year" integer NOT NULL,
	"no" text NOT NULL,
	"dated" text NOT NULL,
	"sent_on" text NOT NULL,
	"kind" text NOT NULL,
	"payer_tail" text NOT NULL,
	"account_tail" text NOT NULL,
	"amount" bigint NOT NULL,
	"scan_hash" text NOT NULL,
	"scan_file_id" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"returned_at" bigint,
	"return_reason" text,
	CONSTRAINT "settlement_voucher_amount" CHECK ("settlement_voucher"."amount" > 0)
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
CREATE TABLE "paper_check" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_plan_id" text NOT NULL,
	"book_entry_id" text,
	"settlement_voucher_id" text,
	"state" text NOT NULL,
	"words" text,
	"settled_by" text,
	"settled_at" bigint
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
	"reason" text,
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
	"state" text DEFAULT 'entered' NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" bigint NOT NULL,
	"approved_by" text,
	"approved_at" bigint,
	"returned_at" bigint,
	"return_reason" text,
	"reverses_id" text,
	"reason" text,
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
DROP INDEX "service_order_framework";--> statement-breakpoint
DROP INDEX "service_order_person";--> statement-breakpoint
DROP INDEX "service_order_supplier";--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "people" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "invoice_hash" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "invoice_file_id" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "account_tail" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "due_at" bigint;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "submitted_by" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "submitted_at" bigint;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "receipt_no" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "paid_on" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "returned_by" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "returned_at" bigint;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "like_plan_id" text;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "final_offers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "delegation_id" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "first_price" bigint;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "finals_opened_at" bigint;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "seed" text;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "reopened_at" bigint;--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "reopen_reason" text;--> statement-breakpoint
ALTER TABLE "contract_change" ADD COLUMN "rationale" text;--> statement-breakpoint
ALTER TABLE "contract_change" ADD COLUMN "acknowledged_by" text;--> statement-breakpoint
ALTER TABLE "contract_change" ADD COLUMN "acknowledged_at" bigint;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "core" jsonb;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "end_cause" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "end_finding_id" text;--> statement-breakpoint
ALTER TABLE "diary_entry" ADD COLUMN "form_id" text;--> statement-breakpoint
ALTER TABLE "diary_entry" ADD COLUMN "case_id" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "kind" text DEFAULT 'ordinary' NOT NULL;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "freezes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "account_changed_at" bigint;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "application_hash" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "paid_on" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "provider" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "release_key" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "losses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "payer_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "sent_on" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "payer_tail" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "amount" bigint;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "scan_hash" text;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "scan_file_id" text;--> statement-breakpoint
ALTER TABLE "framework_item" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "service_order" ADD COLUMN "care_id" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "voice_id" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "heard_words" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "heard_by" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "heard_at" bigint;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "hidden_ground" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "restored_reason" text;--> statement-breakpoint
ALTER TABLE "fund_pool" ADD COLUMN "categories" jsonb;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD COLUMN "gift_id" text;--> statement-breakpoint
ALTER TABLE "round_body" ADD COLUMN "abstains_sealed" boolean;--> statement-breakpoint
ALTER TABLE "social_worker" ADD COLUMN "supervisor_id" text;--> statement-breakpoint
ALTER TABLE "year_statement" ADD CONSTRAINT "year_statement_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_street_id_party_id_fk" FOREIGN KEY ("street_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegation" ADD CONSTRAINT "approval_delegation_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_complaint" ADD CONSTRAINT "care_complaint_order_id_service_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_complaint" ADD CONSTRAINT "care_complaint_care_id_care_id_fk" FOREIGN KEY ("care_id") REFERENCES "public"."care"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_entry" ADD CONSTRAINT "care_entry_care_id_care_id_fk" FOREIGN KEY ("care_id") REFERENCES "public"."care"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_visit" ADD CONSTRAINT "care_visit_order_id_service_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_visit" ADD CONSTRAINT "care_visit_care_id_care_id_fk" FOREIGN KEY ("care_id") REFERENCES "public"."care"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care" ADD CONSTRAINT "care_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care" ADD CONSTRAINT "care_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care" ADD CONSTRAINT "care_form_id_care_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."care_form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_session" ADD CONSTRAINT "activity_session_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_session" ADD CONSTRAINT "activity_session_entry_id_diary_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."diary_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_worker_id_person_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_entry_id_diary_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."diary_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cpd_record" ADD CONSTRAINT "cpd_record_worker_id_person_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_arrival" ADD CONSTRAINT "session_arrival_session_id_activity_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."activity_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_arrival" ADD CONSTRAINT "session_arrival_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fundraising_certificate" ADD CONSTRAINT "fundraising_certificate_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift" ADD CONSTRAINT "gift_pot_id_pot_id_fk" FOREIGN KEY ("pot_id") REFERENCES "public"."pot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift" ADD CONSTRAINT "gift_payer_party_id_party_id_fk" FOREIGN KEY ("payer_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payee_account" ADD CONSTRAINT "payee_account_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_fact" ADD CONSTRAINT "payment_fact_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_receiver_id_party_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot" ADD CONSTRAINT "pot_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_gift_id_gift_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."gift"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_fact" ADD CONSTRAINT "provider_fact_gift_id_gift_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."gift"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_written_by_panel_seat_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_confirmed_by_panel_seat_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_offer" ADD CONSTRAINT "final_offer_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_offer" ADD CONSTRAINT "final_offer_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_item" ADD CONSTRAINT "appraisal_item_round_item_id_round_item_id_fk" FOREIGN KEY ("round_item_id") REFERENCES "public"."round_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_item" ADD CONSTRAINT "appraisal_item_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_item" ADD CONSTRAINT "appraisal_item_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_work" ADD CONSTRAINT "appraisal_work_round_item_id_round_item_id_fk" FOREIGN KEY ("round_item_id") REFERENCES "public"."round_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_work" ADD CONSTRAINT "appraisal_work_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_work" ADD CONSTRAINT "appraisal_work_work_id_minor_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."minor_work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merit" ADD CONSTRAINT "merit_ranking_id_ranking_id_fk" FOREIGN KEY ("ranking_id") REFERENCES "public"."ranking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merit" ADD CONSTRAINT "merit_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_fix" ADD CONSTRAINT "order_fix_rating_id_order_rating_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."order_rating"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_rating" ADD CONSTRAINT "order_rating_order_id_service_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oversight" ADD CONSTRAINT "oversight_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_objection" ADD CONSTRAINT "rank_objection_ranking_id_ranking_id_fk" FOREIGN KEY ("ranking_id") REFERENCES "public"."ranking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_objection" ADD CONSTRAINT "rank_objection_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_voucher" ADD CONSTRAINT "settlement_voucher_settlement_id_order_settlement_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."order_settlement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_item" ADD CONSTRAINT "acceptance_item_acceptance_id_acceptance_id_fk" FOREIGN KEY ("acceptance_id") REFERENCES "public"."acceptance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_item" ADD CONSTRAINT "acceptance_item_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_lot" ADD CONSTRAINT "acceptance_lot_acceptance_id_acceptance_id_fk" FOREIGN KEY ("acceptance_id") REFERENCES "public"."acceptance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_lot" ADD CONSTRAINT "acceptance_lot_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_form_id_assessment_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."assessment_form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor" ADD CONSTRAINT "assessor_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_check" ADD CONSTRAINT "paper_check_visit_plan_id_visit_plan_id_fk" FOREIGN KEY ("visit_plan_id") REFERENCES "public"."visit_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_check" ADD CONSTRAINT "paper_check_book_entry_id_book_entry_id_fk" FOREIGN KEY ("book_entry_id") REFERENCES "public"."book_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_check" ADD CONSTRAINT "paper_check_settlement_voucher_id_settlement_voucher_id_fk" FOREIGN KEY ("settlement_voucher_id") REFERENCES "public"."settlement_voucher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "book_entry" ADD CONSTRAINT "book_entry_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_line" ADD CONSTRAINT "cost_line_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "year_statement_version" ON "year_statement" USING btree ("party_id","year","version");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_delegation_version" ON "approval_delegation" USING btree ("street_id","committee_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "care_complaint_ref" ON "care_complaint" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "care_complaint_order" ON "care_complaint" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "care_complaint_supplier" ON "care_complaint" USING btree ("supplier_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "care_entry_source" ON "care_entry" USING btree ("source");--> statement-breakpoint
CREATE INDEX "care_entry_month" ON "care_entry" USING btree ("care_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "care_form_version" ON "care_form" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "care_visit_order" ON "care_visit" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "care_visit_care" ON "care_visit" USING btree ("care_id");--> statement-breakpoint
CREATE INDEX "care_visit_aide" ON "care_visit" USING btree ("aide_id");--> statement-breakpoint
CREATE INDEX "care_visit_supplier" ON "care_visit" USING btree ("supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "care_ref" ON "care" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "care_live" ON "care" USING btree ("framework_id","person_id") WHERE state in ('applied', 'assessed', 'granted');--> statement-breakpoint
CREATE INDEX "care_person" ON "care" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "care_state" ON "care" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_session_code" ON "activity_session" USING btree ("code");--> statement-breakpoint
CREATE INDEX "activity_session_contract" ON "activity_session" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_file_ref" ON "case_file" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "case_file_worker" ON "case_file" USING btree ("worker_id","state");--> statement-breakpoint
CREATE INDEX "case_file_contract" ON "case_file" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "case_note_case" ON "case_note" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_note_entry" ON "case_note" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "cpd_record_worker" ON "cpd_record" USING btree ("worker_id","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "session_arrival_once" ON "session_arrival" USING btree ("session_id","service_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "fundraising_certificate_no" ON "fundraising_certificate" USING btree ("no");--> statement-breakpoint
CREATE UNIQUE INDEX "gift_ref" ON "gift" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "gift_pot" ON "gift" USING btree ("pot_id");--> statement-breakpoint
CREATE INDEX "gift_payer" ON "gift" USING btree ("payer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payee_account_once" ON "payee_account" USING btree ("provider","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_fact_once" ON "payment_fact" USING btree ("provider","fact_id");--> statement-breakpoint
CREATE INDEX "payment_fact_payment" ON "payment_fact" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payment_fact_at" ON "payment_fact" USING btree ("happened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "pot_ref" ON "pot" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "pot_contract" ON "pot" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_call_key" ON "provider_call" USING btree ("provider","call_key");--> statement-breakpoint
CREATE INDEX "provider_call_state" ON "provider_call" USING btree ("state");--> statement-breakpoint
CREATE INDEX "provider_call_gift" ON "provider_call" USING btree ("gift_id");--> statement-breakpoint
CREATE INDEX "provider_call_payment" ON "provider_call" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_event_once" ON "provider_event" USING btree ("provider","event_id");--> statement-breakpoint
CREATE INDEX "provider_event_state" ON "provider_event" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_fact_once" ON "provider_fact" USING btree ("provider","fact_id");--> statement-breakpoint
CREATE INDEX "provider_fact_gift" ON "provider_fact" USING btree ("gift_id");--> statement-breakpoint
CREATE INDEX "provider_fact_at" ON "provider_fact" USING btree ("happened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reconciliation_day" ON "reconciliation" USING btree ("provider","day");--> statement-breakpoint
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
CREATE UNIQUE INDEX "consultation_tender" ON "consultation" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "final_offer_once" ON "final_offer" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "final_offer_tender" ON "final_offer" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "printout_hash" ON "printout" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "printout_subject" ON "printout" USING btree ("kind","subject");--> statement-breakpoint
CREATE INDEX "appraisal_item_contract" ON "appraisal_item" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "appraisal_work_of" ON "appraisal_work" USING btree ("appraisal_id");--> statement-breakpoint
CREATE INDEX "appraisal_work_work" ON "appraisal_work" USING btree ("work_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appraisal_round" ON "appraisal" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "appraisal_community" ON "appraisal" USING btree ("community_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "merit_once" ON "merit" USING btree ("ranking_id","party_id","kind");--> statement-breakpoint
CREATE INDEX "merit_party" ON "merit" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_fix_rating" ON "order_fix" USING btree ("rating_id");--> statement-breakpoint
CREATE INDEX "order_fix_supplier" ON "order_fix" USING btree ("supplier_id","state");--> statement-breakpoint
CREATE INDEX "order_fix_framework" ON "order_fix" USING btree ("framework_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_rating_once" ON "order_rating" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_rating_supplier" ON "order_rating" USING btree ("supplier_id","level");--> statement-breakpoint
CREATE INDEX "order_rating_framework" ON "order_rating" USING btree ("framework_id","supplier_id","level");--> statement-breakpoint
CREATE UNIQUE INDEX "oversight_ref" ON "oversight" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "oversight_committee" ON "oversight" USING btree ("committee_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_formula_version" ON "rank_formula" USING btree ("kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_objection_once" ON "rank_objection" USING btree ("ranking_id","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ranking_ref" ON "ranking" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "ranking_period" ON "ranking" USING btree ("kind","period");--> statement-breakpoint
CREATE INDEX "rating_look_subject" ON "rating_look" USING btree ("kind","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_voucher_once" ON "settlement_voucher" USING btree ("year","no","payer_id");--> statement-breakpoint
CREATE INDEX "settlement_voucher_of" ON "settlement_voucher" USING btree ("settlement_id");--> statement-breakpoint
CREATE INDEX "settlement_voucher_scan" ON "settlement_voucher" USING btree ("scan_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_item_once" ON "acceptance_item" USING btree ("acceptance_id","indicator_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_lot_once" ON "acceptance_lot" USING btree ("acceptance_id","service_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_form_version" ON "assessment_form" USING btree ("kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_once" ON "assessment" USING btree ("contract_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "assessor_once" ON "assessor" USING btree ("assessment_id","person_id");--> statement-breakpoint
CREATE INDEX "assessor_person" ON "assessor" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_check_entry" ON "paper_check" USING btree ("visit_plan_id","book_entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_check_voucher" ON "paper_check" USING btree ("visit_plan_id","settlement_voucher_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_plan_once" ON "visit_plan" USING btree ("centre_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_once" ON "visit" USING btree ("visit_plan_id","contract_id") WHERE why <> 'unplanned';--> statement-breakpoint
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
CREATE INDEX "resource_owner" ON "resource" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "book_entry_voucher" ON "book_entry" USING btree ("owner_id","voucher_no") WHERE state <> 'returned' and reverses_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "book_entry_ref" ON "book_entry" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "book_entry_reversed" ON "book_entry" USING btree ("reverses_id") WHERE returned_at is null;--> statement-breakpoint
CREATE INDEX "book_entry_owner" ON "book_entry" USING btree ("owner_id","on_date");--> statement-breakpoint
CREATE UNIQUE INDEX "pool_rule_version" ON "pool_rule" USING btree ("source","version");--> statement-breakpoint
CREATE UNIQUE INDEX "told_apart_once" ON "told_apart" USING btree ("plan_id","other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_settlement_live" ON "order_settlement" USING btree ("framework_id","supplier_id","month") WHERE state <> 'returned';--> statement-breakpoint
CREATE INDEX "need_published" ON "need" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "need_community_published" ON "need" USING btree ("community_id","published_at","id");--> statement-breakpoint
CREATE INDEX "need_category_published" ON "need" USING btree ("category","published_at","id");--> statement-breakpoint
CREATE INDEX "need_merged" ON "need" USING btree ("merged_into");--> statement-breakpoint
CREATE UNIQUE INDEX "diary_entry_form" ON "diary_entry" USING btree ("contract_id","form_id");--> statement-breakpoint
CREATE INDEX "voucher_scan" ON "voucher" USING btree ("scan_hash");--> statement-breakpoint
CREATE INDEX "ledger_entry_gift" ON "ledger_entry" USING btree ("gift_id");--> statement-breakpoint
CREATE INDEX "payment_voucher" ON "payment" USING btree ("voucher_year","voucher_no");--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_once" ON "voucher" USING btree ("year","no","payer_id");--> statement-breakpoint
CREATE INDEX "service_order_framework" ON "service_order" USING btree ("framework_id","state","amount");--> statement-breakpoint
CREATE INDEX "service_order_person" ON "service_order" USING btree ("person_id","framework_id");--> statement-breakpoint
CREATE INDEX "service_order_supplier" ON "service_order" USING btree ("supplier_id","state","framework_id","closed_at");