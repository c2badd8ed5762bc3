CREATE TABLE "catalogue_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"category" text,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"need_id" text NOT NULL,
	"kind" text NOT NULL,
	"ref_id" text NOT NULL,
	"share" double precision,
	"sample" integer,
	"count" integer,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "need" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"street_id" text NOT NULL,
	"grid_ids" jsonb NOT NULL,
	"category" text NOT NULL,
	"item_type" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text,
	"evidence" text NOT NULL,
	"target_group" text NOT NULL,
	"beneficiaries" integer NOT NULL,
	"outcome" text NOT NULL,
	"estimate" bigint NOT NULL,
	"urgency" integer NOT NULL,
	"severity" integer NOT NULL,
	"catalogue_id" text,
	"negative_answers" jsonb NOT NULL,
	"state" text NOT NULL,
	"drafted_by" text NOT NULL,
	"published_by" text,
	"published_at" bigint,
	"due_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"redirect_to" text,
	"merged_into" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"kind" text NOT NULL,
	"category" text,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"community_id" text NOT NULL,
	"grid_id" text,
	"where_text" text,
	"person_id" text,
	"phone_hash" text,
	"phone_tail" text,
	"state" text NOT NULL,
	"handler_party_id" text NOT NULL,
	"handler_role" text NOT NULL,
	"due_at" bigint NOT NULL,
	"reply" text,
	"replied_by" text,
	"replied_at" bigint,
	"need_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "support" (
	"id" text PRIMARY KEY NOT NULL,
	"suggestion_id" text,
	"need_id" text,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"grid_id" text,
	"channel" text NOT NULL,
	"entered_by" text,
	"answers" jsonb NOT NULL,
	"received_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_template" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"min_cell" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"template_id" text NOT NULL,
	"name" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"state" text NOT NULL,
	"short_code" text NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"reported_at" bigint
);
--> statement-breakpoint
CREATE TABLE "amendment" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"field" text NOT NULL,
	"was" text NOT NULL,
	"now" text NOT NULL,
	"reason" text NOT NULL,
	"material" boolean NOT NULL,
	"new_deadline" bigint,
	"state" text NOT NULL,
	"published_by" text,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "award" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"rank" integer NOT NULL,
	"price" bigint NOT NULL,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"confirmed_by" text,
	"confirmed_at" bigint,
	"reason" text,
	"notice_no" text,
	"notified_at" bigint,
	"window_ends_at" bigint,
	"end_reason" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenge" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"tender_id" text NOT NULL,
	"award_id" text,
	"challenger_id" text NOT NULL,
	"submitted_by" text NOT NULL,
	"items" text NOT NULL,
	"state" text NOT NULL,
	"submitted_at" bigint NOT NULL,
	"reply_due_at" bigint NOT NULL,
	"reply" text,
	"replied_by" text,
	"replied_at" bigint,
	"complaint_ends_at" bigint
);
--> statement-breakpoint
CREATE TABLE "criterion" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"max" double precision NOT NULL,
	"items" integer DEFAULT 1 NOT NULL,
	"bands" jsonb,
	"guidance" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "method" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"min_amount" bigint NOT NULL,
	"max_amount" bigint,
	"individuals" boolean NOT NULL,
	"groups" boolean NOT NULL,
	"min_proposals" integer NOT NULL,
	"bid_days" integer NOT NULL,
	"bid_unit" text NOT NULL,
	"amend_days" integer NOT NULL,
	"price_min" integer,
	"price_max" integer,
	"panel_min" integer NOT NULL,
	"expert_share_min" integer NOT NULL,
	"intention_days" integer NOT NULL,
	"objection_days" integer NOT NULL,
	"sign_days" integer NOT NULL,
	"no_price" boolean NOT NULL,
	"offered" boolean DEFAULT true NOT NULL,
	"basis" text NOT NULL,
	"mark" text NOT NULL,
	"from_date" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_seat" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"ordinal" integer NOT NULL,
	"state" text NOT NULL,
	"draw_seed" text,
	"replaces" text,
	"declared_at" bigint,
	"reason" text,
	"signed_at" bigint,
	"dissent" text
);
--> statement-breakpoint
CREATE TABLE "panel_vote" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"panel_seat_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"about" text NOT NULL,
	"passes" boolean NOT NULL,
	"ground" text,
	"words" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_approval" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"person_id" text NOT NULL,
	"opinion" text NOT NULL,
	"at" bigint NOT NULL,
	"voided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "plan_need" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"need_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text,
	"buyer_id" text NOT NULL,
	"community_id" text,
	"method_id" text NOT NULL,
	"line_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"whose_duty" text NOT NULL,
	"why_not_direct" text NOT NULL,
	"goals" text NOT NULL,
	"quantity" text NOT NULL,
	"sensitive" boolean DEFAULT false NOT NULL,
	"individual_reason" text,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"drafted_by" text NOT NULL,
	"reason" text,
	"intention_on" text,
	"created_at" bigint NOT NULL,
	"approved_at" bigint
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"draft_sealed" text,
	"sealed" text,
	"seal_hash" text,
	"receipt_no" text,
	"submitted_by" text,
	"submitted_at" bigint,
	"withdrawn_at" bigint,
	"body" jsonb,
	"price" bigint,
	"alias" text,
	"end_ground" text,
	"end_reason" text,
	"total" double precision,
	"rank" integer,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"party_id" text,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_sheet" (
	"id" text PRIMARY KEY NOT NULL,
	"panel_seat_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"state" text NOT NULL,
	"submitted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "score" (
	"id" text PRIMARY KEY NOT NULL,
	"sheet_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"criterion_id" text NOT NULL,
	"points" double precision NOT NULL,
	"bands" jsonb,
	"comment" text
);
--> statement-breakpoint
CREATE TABLE "team_member" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"person_id" text NOT NULL,
	"leads" boolean NOT NULL,
	"consented_at" bigint,
	"sits_in" text
);
--> statement-breakpoint
CREATE TABLE "tender" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"plan_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"method_id" text NOT NULL,
	"title" text NOT NULL,
	"requirement" text NOT NULL,
	"qualification" jsonb NOT NULL,
	"indicators" jsonb NOT NULL,
	"ceiling" bigint NOT NULL,
	"payment_template" text NOT NULL,
	"deadline" bigint NOT NULL,
	"questions_close" bigint NOT NULL,
	"state" text NOT NULL,
	"requirement_by" text NOT NULL,
	"reviewed_by" text,
	"published_by" text,
	"published_at" bigint,
	"opened_at" bigint,
	"opened_by" text,
	"end_reason" text,
	"previous_id" text,
	"suspended" boolean DEFAULT false NOT NULL,
	"key_wrapped" text,
	"public_key" text,
	"report" jsonb,
	"report_hash" text,
	"report_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptance_opinion" (
	"id" text PRIMARY KEY NOT NULL,
	"acceptance_id" text NOT NULL,
	"service_user_id" text NOT NULL,
	"channel" text NOT NULL,
	"level" integer NOT NULL,
	"words" text,
	"entered_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptance_sign" (
	"id" text PRIMARY KEY NOT NULL,
	"acceptance_id" text NOT NULL,
	"role" text NOT NULL,
	"person_id" text NOT NULL,
	"met" integer NOT NULL,
	"words" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptance" (
	"id" text PRIMARY KEY NOT NULL,
	"milestone_id" text NOT NULL,
	"state" text NOT NULL,
	"required" integer NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"met" integer,
	"satisfaction" double precision,
	"finding" text,
	"concluded_at" bigint,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" text PRIMARY KEY NOT NULL,
	"diary_entry_id" text NOT NULL,
	"service_user_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"plan_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"award_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"payee_id" text,
	"line_id" text NOT NULL,
	"title" text NOT NULL,
	"price" bigint NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"template" text NOT NULL,
	"clauses" jsonb NOT NULL,
	"body_hash" text,
	"state" text NOT NULL,
	"drafted_by" text NOT NULL,
	"supplier_signer_id" text,
	"supplier_signed_at" bigint,
	"buyer_signer_id" text,
	"buyer_signed_at" bigint,
	"published_at" bigint,
	"end_reason" text,
	"ended_at" bigint,
	"recovered" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "contract_price" CHECK ("contract"."price" > 0)
);
--> statement-breakpoint
CREATE TABLE "diary_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"kind" text NOT NULL,
	"held_on" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"person_times" integer NOT NULL,
	"minutes" integer NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_role" text NOT NULL,
	"raised_party_id" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint,
	"proof" text,
	"closing" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_reading" (
	"id" text PRIMARY KEY NOT NULL,
	"milestone_id" text NOT NULL,
	"indicator_id" text NOT NULL,
	"value" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"target" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "linkage" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"sector" text NOT NULL,
	"party_id" text,
	"person_id" text,
	"goal" text NOT NULL,
	"duty" text NOT NULL,
	"contribution" text NOT NULL,
	"confirmed_by" text,
	"confirmed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"gate" text NOT NULL,
	"percent" integer NOT NULL,
	"price" bigint NOT NULL,
	"withheld" bigint,
	"due_on" text NOT NULL,
	"state" text NOT NULL,
	"claimed_by" text,
	"claimed_at" bigint,
	"claim" text,
	"checked_by" text,
	"checked_at" bigint,
	"finding" text,
	"accepted_at" bigint,
	"return_reason" text,
	CONSTRAINT "milestone_price" CHECK ("milestone"."price" > 0)
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"milestone_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"invoice_no" text NOT NULL,
	"payee_name" text NOT NULL,
	"account_tail" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"checked_by" text,
	"checked_at" bigint,
	"approved_by" text,
	"approved_at" bigint,
	"submitted_by" text,
	"submitted_at" bigint,
	"voucher_year" integer,
	"voucher_no" text,
	"voucher_on" text,
	"bank_receipt_no" text,
	"paid_at" bigint,
	"confirmed_by" text,
	"corrected_by" text,
	"corrected_at" bigint,
	"reason" text,
	CONSTRAINT "payment_amount" CHECK ("payment"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "service_user" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"person_id" text,
	"label" text NOT NULL,
	"phone_hash" text,
	"added_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voucher" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"year" integer NOT NULL,
	"no" text NOT NULL,
	"dated" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"account_tail" text NOT NULL,
	"returned_at" bigint,
	"return_reason" text
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"service_user_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"state" text NOT NULL,
	"level" integer,
	"words" text,
	"photo_id" text,
	"channel" text,
	"entered_by" text,
	"invited_at" bigint NOT NULL,
	"given_at" bigint,
	"reply" text,
	"replied_by" text,
	"replied_at" bigint,
	"hidden_reason" text
);
--> statement-breakpoint
CREATE TABLE "rectification" (
	"id" text PRIMARY KEY NOT NULL,
	"rating_id" text NOT NULL,
	"contract_id" text NOT NULL,
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
CREATE TABLE "calendar_year" (
	"year" integer PRIMARY KEY NOT NULL,
	"holidays" jsonb NOT NULL,
	"workdays" jsonb NOT NULL,
	"source" text NOT NULL,
	"entered_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock_offset" (
	"id" text PRIMARY KEY NOT NULL,
	"milliseconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"id" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "done_request" (
	"key" text PRIMARY KEY NOT NULL,
	"actor_id" text,
	"answer" jsonb,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"name" text NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"owner_id" text,
	"subject" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text,
	"seat_id" text,
	"role" text,
	"party_id" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"thread_id" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "notice_read" (
	"id" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"role" text,
	"party_id" text,
	"message" text NOT NULL,
	"params" jsonb,
	"link" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"sealed_body" text NOT NULL,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "parameter" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"value" integer NOT NULL,
	"unit" text NOT NULL,
	"source" text NOT NULL,
	"mark" text NOT NULL,
	"certainty" text NOT NULL,
	"from_date" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "budget_line" (
	"id" text PRIMARY KEY NOT NULL,
	"pool_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"buyer_id" text NOT NULL,
	"community_id" text,
	"amount" bigint NOT NULL,
	CONSTRAINT "budget_line_amount" CHECK ("budget_line"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "fund_pool" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"owner_id" text NOT NULL,
	"year" integer NOT NULL,
	"total" bigint NOT NULL,
	"rules" text NOT NULL,
	"approved_on" text
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"line_id" text NOT NULL,
	"plan_id" text,
	"contract_id" text,
	"milestone_id" text,
	"payment_id" text,
	"memo" text
);
--> statement-breakpoint
CREATE TABLE "ledger_posting" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"account" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "ledger_posting_amount" CHECK ("ledger_posting"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ballot_link" (
	"roll_entry_id" text PRIMARY KEY NOT NULL,
	"ballot_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballot" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"sealed" text NOT NULL,
	"seal_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opened_ballot" (
	"round_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"choices" jsonb NOT NULL,
	CONSTRAINT "opened_ballot_round_id_ordinal_pk" PRIMARY KEY("round_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"roll_entry_id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"channel" text NOT NULL,
	"helper_id" text,
	"receipt_no" text NOT NULL,
	"spoiled" text
);
--> statement-breakpoint
CREATE TABLE "roll_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"label" text NOT NULL,
	"household_key" text NOT NULL,
	"person_id" text,
	"phone_hash" text,
	"age_band" text
);
--> statement-breakpoint
CREATE TABLE "round_item" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"need_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"cost" bigint NOT NULL,
	"outcome" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"name" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"street_id" text NOT NULL,
	"pool_id" text,
	"budget" bigint NOT NULL,
	"max_choices" integer NOT NULL,
	"budget_capped" boolean NOT NULL,
	"unit" text NOT NULL,
	"electorate" text NOT NULL,
	"threshold_percent" integer NOT NULL,
	"quorum_percent" integer NOT NULL,
	"households" integer NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"state" text NOT NULL,
	"slips_at" bigint,
	"seal_hash" text,
	"sealed_at" bigint,
	"key_wrapped" text,
	"public_key" text,
	"witness_id" text,
	"witnessed_at" bigint,
	"counted_at" bigint,
	"count_hash" text,
	"announced_at" bigint,
	"void_reason" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" text,
	"name" text NOT NULL,
	"name_en" text,
	"community_kind" text,
	"households" integer,
	"population" integer,
	"adults" integer,
	"feature" text,
	"profile" jsonb
);
--> statement-breakpoint
CREATE TABLE "expert_tie" (
	"id" text PRIMARY KEY NOT NULL,
	"expert_id" text NOT NULL,
	"party_id" text NOT NULL,
	"relation" text NOT NULL,
	"until" text
);
--> statement-breakpoint
CREATE TABLE "expert" (
	"id" text PRIMARY KEY NOT NULL,
	"fields" jsonb,
	"employer" text,
	"title" text
);
--> statement-breakpoint
CREATE TABLE "party" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"uscc" text,
	"uscc_override" text,
	"place_id" text,
	"street_id" text,
	"form" text,
	"grade" text,
	"grade_until" text,
	"registered_year" integer,
	"credit" text DEFAULT 'normal' NOT NULL,
	"credit_since" text,
	"credit_note" text,
	"custodian_id" text,
	"person_id" text,
	"fields" jsonb,
	"profile" jsonb,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone_hash" text,
	"phone_sealed" text,
	"phone_tail" text,
	"community_id" text,
	"grid_id" text,
	"household_key" text,
	"age_band" text,
	"elder" boolean DEFAULT false NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"messages" boolean DEFAULT false NOT NULL,
	"password_hash" text,
	"totp_sealed" text,
	"totp_last_step" integer,
	"login" text,
	"failed_since" bigint,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"party_id" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	"ground" text NOT NULL,
	"granted_by" text,
	"withdrawn_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"person_id" text NOT NULL,
	"seat_id" text,
	"strength" text NOT NULL,
	"device" text,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sign_in_code" (
	"id" text PRIMARY KEY NOT NULL,
	"phone_hash" text NOT NULL,
	"address" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "social_worker" (
	"id" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"cert_no" text NOT NULL,
	"registered_until" text NOT NULL,
	"employer_id" text,
	"specialties" jsonb
);
--> statement-breakpoint
ALTER TABLE "need_evidence" ADD CONSTRAINT "need_evidence_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_street_id_party_id_fk" FOREIGN KEY ("street_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_catalogue_id_catalogue_entry_id_fk" FOREIGN KEY ("catalogue_id") REFERENCES "public"."catalogue_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_grid_id_place_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_handler_party_id_party_id_fk" FOREIGN KEY ("handler_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support" ADD CONSTRAINT "support_suggestion_id_suggestion_id_fk" FOREIGN KEY ("suggestion_id") REFERENCES "public"."suggestion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support" ADD CONSTRAINT "support_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_template_id_survey_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."survey_template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_seat" ADD CONSTRAINT "panel_seat_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_seat" ADD CONSTRAINT "panel_seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_vote" ADD CONSTRAINT "panel_vote_panel_seat_id_panel_seat_id_fk" FOREIGN KEY ("panel_seat_id") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_vote" ADD CONSTRAINT "panel_vote_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_need" ADD CONSTRAINT "plan_need_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_need" ADD CONSTRAINT "plan_need_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_method_id_method_id_fk" FOREIGN KEY ("method_id") REFERENCES "public"."method"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_panel_seat_id_panel_seat_id_fk" FOREIGN KEY ("panel_seat_id") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_sheet_id_score_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."score_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_criterion_id_criterion_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criterion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender" ADD CONSTRAINT "tender_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender" ADD CONSTRAINT "tender_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender" ADD CONSTRAINT "tender_method_id_method_id_fk" FOREIGN KEY ("method_id") REFERENCES "public"."method"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_opinion" ADD CONSTRAINT "acceptance_opinion_acceptance_id_acceptance_id_fk" FOREIGN KEY ("acceptance_id") REFERENCES "public"."acceptance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_opinion" ADD CONSTRAINT "acceptance_opinion_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_sign" ADD CONSTRAINT "acceptance_sign_acceptance_id_acceptance_id_fk" FOREIGN KEY ("acceptance_id") REFERENCES "public"."acceptance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_diary_entry_id_diary_entry_id_fk" FOREIGN KEY ("diary_entry_id") REFERENCES "public"."diary_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_award_id_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."award"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_payee_id_party_id_fk" FOREIGN KEY ("payee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_entry" ADD CONSTRAINT "diary_entry_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_reading" ADD CONSTRAINT "indicator_reading_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_reading" ADD CONSTRAINT "indicator_reading_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "linkage" ADD CONSTRAINT "linkage_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_user" ADD CONSTRAINT "service_user_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_user" ADD CONSTRAINT "service_user_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_service_user_id_service_user_id_fk" FOREIGN KEY ("service_user_id") REFERENCES "public"."service_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_rating_id_rating_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."rating"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_pool_id_fund_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."fund_pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_pool" ADD CONSTRAINT "fund_pool_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_line_id_budget_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."budget_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_entry_id_ledger_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."ledger_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_roll_entry_id_roll_entry_id_fk" FOREIGN KEY ("roll_entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_item" ADD CONSTRAINT "round_item_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_item" ADD CONSTRAINT "round_item_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_pool_id_fund_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."fund_pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_tie" ADD CONSTRAINT "expert_tie_expert_id_person_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_tie" ADD CONSTRAINT "expert_tie_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert" ADD CONSTRAINT "expert_id_person_id_fk" FOREIGN KEY ("id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_grid_id_place_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_worker" ADD CONSTRAINT "social_worker_id_person_id_fk" FOREIGN KEY ("id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_worker" ADD CONSTRAINT "social_worker_employer_id_party_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "catalogue_entry_version" ON "catalogue_entry" USING btree ("code","version");--> statement-breakpoint
CREATE INDEX "need_evidence_need" ON "need_evidence" USING btree ("need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_ref" ON "need" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "need_community" ON "need" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "need_state" ON "need" USING btree ("state","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "suggestion_ref" ON "suggestion" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "suggestion_community" ON "suggestion" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "suggestion_person" ON "suggestion" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "support_suggestion_once" ON "support" USING btree ("suggestion_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "support_need_once" ON "support" USING btree ("need_id","person_id");--> statement-breakpoint
CREATE INDEX "survey_answer_survey" ON "survey_answer" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_template_version" ON "survey_template" USING btree ("code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_code" ON "survey" USING btree ("short_code");--> statement-breakpoint
CREATE INDEX "survey_community" ON "survey" USING btree ("community_id");--> statement-breakpoint
CREATE UNIQUE INDEX "amendment_order" ON "amendment" USING btree ("tender_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "award_proposal" ON "award" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "award_tender" ON "award" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "challenge_tender" ON "challenge" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "criterion_code" ON "criterion" USING btree ("tender_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "method_version" ON "method" USING btree ("code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_seat_once" ON "panel_seat" USING btree ("tender_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_vote_once" ON "panel_vote" USING btree ("panel_seat_id","proposal_id","about");--> statement-breakpoint
CREATE INDEX "panel_vote_tender" ON "panel_vote" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "plan_approval_plan" ON "plan_approval" USING btree ("plan_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_need_once" ON "plan_need" USING btree ("plan_id","need_id");--> statement-breakpoint
CREATE INDEX "plan_need_need" ON "plan_need" USING btree ("need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_ref" ON "plan" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "plan_buyer" ON "plan" USING btree ("buyer_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_supplier" ON "proposal" USING btree ("tender_id","supplier_id");--> statement-breakpoint
CREATE INDEX "question_tender" ON "question" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "score_sheet_seat" ON "score_sheet" USING btree ("panel_seat_id");--> statement-breakpoint
CREATE INDEX "score_sheet_tender" ON "score_sheet" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "score_once" ON "score" USING btree ("sheet_id","proposal_id","criterion_id");--> statement-breakpoint
CREATE INDEX "score_proposal" ON "score" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_member_once" ON "team_member" USING btree ("proposal_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_member_sits" ON "team_member" USING btree ("sits_in");--> statement-breakpoint
CREATE INDEX "team_member_person" ON "team_member" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_ref" ON "tender" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "tender_plan" ON "tender" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "tender_state" ON "tender" USING btree ("state","deadline");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_opinion_once" ON "acceptance_opinion" USING btree ("acceptance_id","service_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_sign_role" ON "acceptance_sign" USING btree ("acceptance_id","role");--> statement-breakpoint
CREATE INDEX "acceptance_milestone" ON "acceptance" USING btree ("milestone_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendance_once" ON "attendance" USING btree ("diary_entry_id","service_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_ref" ON "contract" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_award" ON "contract" USING btree ("award_id");--> statement-breakpoint
CREATE INDEX "contract_plan" ON "contract" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "diary_entry_contract" ON "diary_entry" USING btree ("contract_id","held_on");--> statement-breakpoint
CREATE INDEX "finding_contract" ON "finding" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "indicator_reading_once" ON "indicator_reading" USING btree ("milestone_id","indicator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "indicator_code" ON "indicator" USING btree ("contract_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "linkage_sector" ON "linkage" USING btree ("contract_id","sector");--> statement-breakpoint
CREATE UNIQUE INDEX "milestone_order" ON "milestone" USING btree ("contract_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_ref" ON "payment" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_voucher" ON "payment" USING btree ("voucher_year","voucher_no");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_live" ON "payment" USING btree ("milestone_id") WHERE state <> 'declined';--> statement-breakpoint
CREATE INDEX "payment_contract" ON "payment" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "payment_milestone" ON "payment" USING btree ("milestone_id");--> statement-breakpoint
CREATE INDEX "service_user_contract" ON "service_user" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "service_user_person" ON "service_user" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_once" ON "voucher" USING btree ("year","no");--> statement-breakpoint
CREATE INDEX "voucher_payment" ON "voucher" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rating_once" ON "rating" USING btree ("contract_id","service_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rating_token" ON "rating" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "rating_contract_state" ON "rating" USING btree ("contract_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "rectification_rating" ON "rectification" USING btree ("rating_id");--> statement-breakpoint
CREATE INDEX "file_subject" ON "file" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "journal_thread" ON "journal" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "journal_at" ON "journal" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_read_once" ON "notice_read" USING btree ("notice_id","person_id");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "notice_seat" ON "notice" USING btree ("party_id","role");--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree ("recipient");--> statement-breakpoint
CREATE UNIQUE INDEX "parameter_version" ON "parameter" USING btree ("code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "budget_line_code" ON "budget_line" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_source" ON "ledger_entry" USING btree ("source");--> statement-breakpoint
CREATE INDEX "ledger_entry_line" ON "ledger_entry" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_contract" ON "ledger_entry" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_plan" ON "ledger_entry" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "ledger_posting_entry" ON "ledger_posting" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "ballot_round" ON "ballot" USING btree ("round_id","id");--> statement-breakpoint
CREATE INDEX "participation_round" ON "participation" USING btree ("round_id","receipt_no");--> statement-breakpoint
CREATE UNIQUE INDEX "roll_entry_code" ON "roll_entry" USING btree ("round_id","code_hash");--> statement-breakpoint
CREATE INDEX "roll_entry_phone" ON "roll_entry" USING btree ("round_id","phone_hash");--> statement-breakpoint
CREATE INDEX "roll_entry_person" ON "roll_entry" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_item_once" ON "round_item" USING btree ("round_id","need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_ref" ON "round" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "round_community" ON "round" USING btree ("community_id");--> statement-breakpoint
CREATE UNIQUE INDEX "place_code" ON "place" USING btree ("code");--> statement-breakpoint
CREATE INDEX "place_parent" ON "place" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "expert_tie_expert" ON "expert_tie" USING btree ("expert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "party_uscc" ON "party" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "party_place" ON "party" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_phone" ON "person" USING btree ("phone_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "person_login" ON "person" USING btree ("login");--> statement-breakpoint
CREATE INDEX "person_community" ON "person" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "seat_person" ON "seat" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seat_party_role" ON "seat" USING btree ("party_id","role");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_code_phone" ON "sign_in_code" USING btree ("phone_hash","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_code_at" ON "sign_in_code" USING btree ("created_at");