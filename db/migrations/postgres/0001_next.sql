CREATE TABLE "contract_filing" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"filed_on" text NOT NULL,
	"receipt_no" text,
	"filed_by" text NOT NULL,
	"filed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_settlement" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"framework_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"month" text NOT NULL,
	"orders" integer NOT NULL,
	"amount" bigint NOT NULL,
	"invoice_no" text NOT NULL,
	"state" text NOT NULL,
	"claimed_by" text NOT NULL,
	"claimed_at" bigint NOT NULL,
	"checked_by" text,
	"checked_at" bigint,
	"approved_by" text,
	"approved_at" bigint,
	"voucher_no" text,
	"paid_by" text,
	"paid_at" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "year_review" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"year" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"advice" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"given_by" text NOT NULL,
	"given_at" bigint NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint,
	"line_id" text
);
--> statement-breakpoint
CREATE TABLE "burden_form" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"month" text NOT NULL,
	"kind" text NOT NULL,
	"office" text NOT NULL,
	"name" text NOT NULL,
	"copies" integer NOT NULL,
	"minutes" integer NOT NULL,
	"duty_id" text,
	"duty_outside" boolean DEFAULT false NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" bigint NOT NULL,
	"struck_by" text,
	"struck_at" bigint,
	"struck_reason" text
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"ground" text NOT NULL,
	"desks" jsonb NOT NULL,
	"office" text,
	"from_date" text NOT NULL,
	"to_date" text
);
--> statement-breakpoint
CREATE TABLE "heat_topic" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"category" text,
	"suggestion_ids" jsonb NOT NULL,
	"decision" text NOT NULL,
	"need_id" text,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_term" (
	"id" text PRIMARY KEY NOT NULL,
	"need_id" text NOT NULL,
	"community_id" text NOT NULL,
	"term" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petition" (
	"id" text PRIMARY KEY NOT NULL,
	"suggestion_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"from_party_id" text NOT NULL,
	"from_role" text NOT NULL,
	"referred_by" text NOT NULL,
	"referred_at" bigint NOT NULL,
	"notify_due_on" text NOT NULL,
	"object_due_on" text NOT NULL,
	"office" text,
	"accepted_at" bigint,
	"finish_due_on" text,
	"extended_at" bigint,
	"extend_reason" text,
	"finished_at" bigint,
	"opinion_no" text
);
--> statement-breakpoint
CREATE TABLE "survey_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"grid_id" text,
	"building" text NOT NULL,
	"households" integer NOT NULL,
	"first" integer NOT NULL,
	"sheets" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_draft" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"sheet_id" text,
	"relation" text,
	"grid_id" text,
	"typed" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"sheet_id" text NOT NULL,
	"entered_by" text NOT NULL,
	"channel" text NOT NULL,
	"relation" text,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_sheet" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"no" integer NOT NULL,
	"code_hash" text NOT NULL,
	"used" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_tally" (
	"survey_id" text PRIMARY KEY NOT NULL,
	"tally" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_words" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"question_id" text NOT NULL,
	"answer_id" text NOT NULL,
	"shown_words" text,
	"decided_by" text NOT NULL,
	"decided_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "approval_chain" (
	"id" text PRIMARY KEY NOT NULL,
	"buyer_id" text NOT NULL,
	"version" integer NOT NULL,
	"steps" jsonb NOT NULL,
	"ground" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaint" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"challenge_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"complainant_id" text NOT NULL,
	"filed_by" text NOT NULL,
	"items" text NOT NULL,
	"points" jsonb,
	"state" text NOT NULL,
	"filed_at" bigint NOT NULL,
	"accepted_by" text,
	"accepted_at" bigint,
	"due_at" bigint,
	"outcome" text,
	"remedy" text,
	"suspended_at" bigint,
	"suspended_until" bigint,
	"suspended_by" text,
	"suspend_ground" text,
	"copies_at" bigint,
	"resumed_at" bigint,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "direct_objection" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"party_id" text NOT NULL,
	"raised_by" text NOT NULL,
	"words" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"upheld" boolean,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "document_template" (
	"id" text PRIMARY KEY NOT NULL,
	"method_code" text NOT NULL,
	"version" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"basis" text NOT NULL,
	"from_date" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "low_price_ask" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"words" text,
	"file_id" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "plan_line" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"item" text NOT NULL,
	"unit" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"quality" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_document" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"file_id" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" bigint NOT NULL,
	"amendment_id" text,
	"replaces_id" text,
	"live_at" bigint,
	"replaced_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tender_follow" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_review" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"kind" text NOT NULL,
	"checklist_version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"passes" boolean NOT NULL,
	"opinion" text NOT NULL,
	"hash" text NOT NULL,
	"reviewed_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_search" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"method_code" text,
	"buyer_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_version" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"amendment_id" text,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "hall_body" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"rule_code" text NOT NULL,
	"name" text NOT NULL,
	"size" integer,
	"size_source" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hall_member" (
	"id" text PRIMARY KEY NOT NULL,
	"body_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"woman" boolean NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "hall_topic" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"source" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"need_id" text,
	"person_id" text,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"reason" text,
	"answered_by" text,
	"answered_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_file" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"sha256" text NOT NULL,
	"mime" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"open" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"topic_id" text,
	"need_id" text
);
--> statement-breakpoint
CREATE TABLE "meeting_member" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"woman" boolean NOT NULL,
	"channel" text,
	"holder_id" text
);
--> statement-breakpoint
CREATE TABLE "meeting_notice" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"place" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "meeting_question" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text,
	"words" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"shown" text,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "meeting_resolution" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"words" text NOT NULL,
	"in_favour" integer NOT NULL,
	"against" integer NOT NULL,
	"abstained" integer NOT NULL,
	"passed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"scope" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"community_kind" text,
	"effect" text NOT NULL,
	"composition" text NOT NULL,
	"chair" text NOT NULL,
	"counted" boolean NOT NULL,
	"notice_value" integer NOT NULL,
	"notice_unit" text NOT NULL,
	"quorum_over" boolean NOT NULL,
	"quorum_num" integer NOT NULL,
	"quorum_den" integer NOT NULL,
	"majority_over" boolean NOT NULL,
	"majority_num" integer NOT NULL,
	"majority_den" integer NOT NULL,
	"majority_base" text NOT NULL,
	"women_num" integer,
	"women_den" integer,
	"caller_num" integer,
	"caller_den" integer,
	"caller_base" text,
	"proxies" integer NOT NULL,
	"from_date" text NOT NULL,
	"grounds" jsonb NOT NULL,
	"adopted_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_step" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"resolution_id" text NOT NULL,
	"words" text NOT NULL,
	"party_id" text NOT NULL,
	"due_on" text NOT NULL,
	"done" text,
	"done_by" text,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"street_id" text NOT NULL,
	"body_id" text NOT NULL,
	"rule_id" text NOT NULL,
	"title" text NOT NULL,
	"chair" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"state" text NOT NULL,
	"again_of" text,
	"size" integer,
	"noticed_at" bigint,
	"reason" text,
	"attendance_source" text,
	"counts" jsonb,
	"present" integer,
	"held_at" bigint,
	"minutes" text,
	"minutes_by" text,
	"published_at" bigint,
	"executed_at" bigint,
	"report" text,
	"reported_at" bigint,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_support" (
	"topic_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "topic_support_topic_id_person_id_pk" PRIMARY KEY("topic_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "contract_change" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"price_by" bigint,
	"to_was" text,
	"to_date" text,
	"indicators" jsonb NOT NULL,
	"worker_was" text,
	"worker_id" text,
	"drafted_by" text NOT NULL,
	"drafted_party" text NOT NULL,
	"drafted_at" bigint NOT NULL,
	"opinion" text,
	"opinion_for" integer,
	"opinion_by" text,
	"opinion_at" bigint,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "recovery" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"year" integer NOT NULL,
	"no" text NOT NULL,
	"received_on" text NOT NULL,
	"registered_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "recovery_amount" CHECK ("recovery"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "buyer_check" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"failed" jsonb NOT NULL,
	"words" text,
	"checked_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation_version" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"version" integer NOT NULL,
	"ground" text NOT NULL,
	"words" text NOT NULL,
	"report" jsonb NOT NULL,
	"report_hash" text NOT NULL,
	"report_at" bigint NOT NULL,
	"signatures" jsonb NOT NULL,
	"reopened_by" text NOT NULL,
	"reopened_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_kin" (
	"id" text PRIMARY KEY NOT NULL,
	"expert_id" text NOT NULL,
	"person_id" text NOT NULL,
	"relation" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_standing" (
	"id" text PRIMARY KEY NOT NULL,
	"expert_id" text NOT NULL,
	"kind" text NOT NULL,
	"ground" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	"noted_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "panel_draw" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"seed" text NOT NULL,
	"pool" jsonb NOT NULL,
	"list_hash" text NOT NULL,
	"left_out" jsonb NOT NULL,
	"passed" jsonb NOT NULL,
	"experts" integer NOT NULL,
	"field" text,
	"drawn_by" text NOT NULL,
	"drawn_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "price_correction" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"readings" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"was" bigint NOT NULL,
	"corrected" bigint NOT NULL,
	"words" text NOT NULL,
	"found_by" text NOT NULL,
	"found_at" bigint NOT NULL,
	"agreed_at" bigint,
	"agreed_by" jsonb NOT NULL,
	"due_at" bigint,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "score_change" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"sheet_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"criterion_id" text NOT NULL,
	"ground" text NOT NULL,
	"was" double precision NOT NULL,
	"now" double precision NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supplement" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"items" jsonb NOT NULL,
	"wanted" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"words" text,
	"file_id" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "framework_item" (
	"id" text PRIMARY KEY NOT NULL,
	"framework_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"price" bigint NOT NULL,
	"quality" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "framework_provider" (
	"id" text PRIMARY KEY NOT NULL,
	"framework_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"applied_by" text NOT NULL,
	"applied_at" bigint NOT NULL,
	"review_by" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"signed_by" text,
	"signed_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"plan_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"title" text NOT NULL,
	"conditions" text NOT NULL,
	"for_whom" text NOT NULL,
	"age_from" integer,
	"ceiling" bigint NOT NULL,
	"per_person" bigint,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"state" text NOT NULL,
	"drafted_by" text NOT NULL,
	"published_by" text,
	"published_at" bigint,
	"closed_reason" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kinship" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"relation" text NOT NULL,
	"consent" text NOT NULL,
	"community_id" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "service_order" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"framework_id" text NOT NULL,
	"item_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"person_id" text NOT NULL,
	"placed_by" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	"wished_on" text NOT NULL,
	"words_sealed" text,
	"state" text NOT NULL,
	"placed_at" bigint NOT NULL,
	"accepted_at" bigint,
	"accepted_by" text,
	"done_at" bigint,
	"done_by" text,
	"done_on" text,
	"closed_at" bigint,
	"closed_by" text,
	"reason" text,
	"settlement_id" text
);
--> statement-breakpoint
CREATE TABLE "minor_part" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"reported_by" text,
	"reported_at" bigint,
	"finding" text,
	"accepted_by" text,
	"accepted_at" bigint,
	"voucher_no" text,
	"paid_by" text,
	"paid_at" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "minor_quote" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"sealed" text NOT NULL,
	"channel" text NOT NULL,
	"entered_by" text NOT NULL,
	"at" bigint NOT NULL,
	"price" bigint,
	"days" integer,
	"words" text,
	"chosen_at" bigint,
	"set_aside_at" bigint,
	"set_aside_reason" text
);
--> statement-breakpoint
CREATE TABLE "minor_work" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"plan_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"list" jsonb NOT NULL,
	"ceiling" bigint NOT NULL,
	"quotes_until" bigint NOT NULL,
	"state" text NOT NULL,
	"drafted_by" text NOT NULL,
	"called_by" text,
	"called_at" bigint,
	"quote_id" text,
	"price" bigint,
	"chosen_by" text,
	"chosen_at" bigint,
	"reason" text,
	"signed_by" text,
	"signed_at" bigint,
	"end_reason" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flag_look" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"subject" text NOT NULL,
	"outcome" text NOT NULL,
	"words" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ocds_profile" (
	"version" integer PRIMARY KEY NOT NULL,
	"prefix" text NOT NULL,
	"registered" boolean NOT NULL,
	"publisher" text NOT NULL,
	"origin" text NOT NULL,
	"license" text NOT NULL,
	"set_by" text,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ocds_release" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"ocid" text NOT NULL,
	"seq" integer NOT NULL,
	"tag" text NOT NULL,
	"plan_id" text NOT NULL,
	"tender_id" text,
	"at" bigint NOT NULL,
	"json" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cabinet" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"sealed" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consortium_member" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"party_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"consented_at" bigint,
	"consented_by" text,
	"terms_hash" text,
	"sits_in" text
);
--> statement-breakpoint
CREATE TABLE "calendar_change" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"holidays" jsonb NOT NULL,
	"workdays" jsonb NOT NULL,
	"source" text NOT NULL,
	"entered_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal_seal" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL,
	"lines" integer NOT NULL,
	"hash" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seal_leaf" (
	"leaf" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_keeper" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"named_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"public_key" text,
	"key_locked" text,
	"tried_at" bigint,
	"printed_at" bigint,
	"proved_at" bigint,
	"lost_at" bigint,
	"lent_at" bigint,
	"opened_at" bigint,
	"signed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tender_key" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"envelope" text NOT NULL,
	"public_key" text NOT NULL,
	"probe" text NOT NULL,
	"made_at" bigint NOT NULL,
	"tried_at" bigint,
	"opened_at" bigint,
	"record" text,
	"record_hash" text,
	"record_signature" text,
	"rechecked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tender_share" (
	"id" text PRIMARY KEY NOT NULL,
	"keeper_id" text NOT NULL,
	"envelope" text NOT NULL,
	"share_sealed" text NOT NULL,
	"share_probe" text NOT NULL,
	"lent" jsonb
);
--> statement-breakpoint
CREATE TABLE "round_box" (
	"round_id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"key_made_at" bigint NOT NULL,
	"signing_key" text,
	"probe" text NOT NULL,
	"tried_at" bigint,
	"closed_at" bigint,
	"root" text,
	"leaves" integer,
	"replaced" integer,
	"replaced_hash" text
);
--> statement-breakpoint
CREATE TABLE "superseded_ballot" (
	"leaf" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trustee" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"named_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"public_key" text,
	"key_locked" text,
	"share_sealed" text,
	"share_offered" text,
	"offered_at" bigint,
	"tried_at" bigint,
	"printed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "household_claim" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"roll_entry_id" text NOT NULL,
	"claimant" text NOT NULL,
	"reason" text NOT NULL,
	"raised_by" text,
	"raised_at" bigint NOT NULL,
	"outcome" text,
	"ground" text,
	"settled_by" text,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "round_body" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"bloc" text NOT NULL,
	"party_id" text NOT NULL,
	"choices" jsonb,
	"abstained" text,
	"cast_by" text,
	"cast_at" bigint
);
--> statement-breakpoint
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
CREATE TABLE "round_version" (
	"round_id" text NOT NULL,
	"version" integer NOT NULL,
	"manifest" text NOT NULL,
	"seal_hash" text NOT NULL,
	"sealed_at" bigint NOT NULL,
	"unsealed_at" bigint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "round_version_round_id_version_pk" PRIMARY KEY("round_id","version")
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"word_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"issued_by" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "annual_inspection" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"year" integer NOT NULL,
	"result" text NOT NULL,
	"concluded_on" text NOT NULL,
	"entered_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"list" text NOT NULL,
	"from_date" text NOT NULL,
	"ground" text NOT NULL,
	"entered_by" text,
	"to_date" text,
	"lift_ground" text,
	"lifted_by" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sanction" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"party_id" text NOT NULL,
	"ground" text NOT NULL,
	"facts" text NOT NULL,
	"state" text NOT NULL,
	"reported_by" text NOT NULL,
	"reporter_id" text NOT NULL,
	"reported_at" bigint NOT NULL,
	"served_by" text,
	"served_at" bigint,
	"defence_ends_at" bigint,
	"defence" text,
	"defended_by" text,
	"defended_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"decision" text,
	"from_date" text,
	"to_date" text,
	"lifted_by" text,
	"lifted_on" text,
	"lift_ground" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_try" (
	"id" text PRIMARY KEY NOT NULL,
	"login_hash" text NOT NULL,
	"address" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "award_proposal";--> statement-breakpoint
DROP INDEX "contract_award";--> statement-breakpoint
ALTER TABLE "round_item" ALTER COLUMN "need_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "owner_id" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "from_date" text DEFAULT '2025-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "until_date" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "entered_by" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "entered_at" bigint;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "duty_id" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "duty_outside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "split_from" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "starts_on" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "ends_on" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "searched" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "raised_by" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "photos" jsonb;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "voice" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "voice_mime" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "duty_id" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "duty_outside" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "office" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "refer_reason" text;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "referred_at" bigint;--> statement-breakpoint
ALTER TABLE "suggestion" ADD COLUMN "returned_at" bigint;--> statement-breakpoint
ALTER TABLE "survey_answer" ADD COLUMN "relation" text;--> statement-breakpoint
ALTER TABLE "survey_template" ADD COLUMN "committee_id" text;--> statement-breakpoint
ALTER TABLE "survey_template" ADD COLUMN "based_on" text;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "wave_of" text;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "answer_limit" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "two_entries" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "survey" ADD COLUMN "min_age" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "amendment" ADD COLUMN "sheet" jsonb;--> statement-breakpoint
ALTER TABLE "amendment" ADD COLUMN "by_rule" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "amendment" ADD COLUMN "drafted_by" text;--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "run" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "alone" jsonb;--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "late_reason" text;--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "about" text DEFAULT 'result' NOT NULL;--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "remedy" text;--> statement-breakpoint
ALTER TABLE "criterion" ADD COLUMN "levels" jsonb;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "late_answer" text DEFAULT 'blocks' NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "grade_scored" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "seal_mode" text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "two_envelopes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "consortium" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "direct" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "framework" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "service" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "buyer_qualifies" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "reconfirm_days" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "confirm_days" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "term_months" integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "place_id" text;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "sheet_of" text;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "certainty" text DEFAULT 'M' NOT NULL;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "added_by" text;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "added_at" bigint;--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "ground" text;--> statement-breakpoint
ALTER TABLE "panel_vote" ADD COLUMN "failed" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "no_employment" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "catalogue_id" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "years" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "years_reason" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "ex_ante" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_ground" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_words" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "sole_supplier_id" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_notice_on" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_notice_until" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "chain_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "sealed_price" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "seal_salt" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "words_hash" jsonb;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "sealed_in" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "sent_from" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "broken_at" bigint;--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "affects" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD COLUMN "return_ground" text;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD COLUMN "returned_for" jsonb;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "qualification_items" jsonb;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "acceptance_plan" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "public_interest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "market_survey" jsonb;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "requirement_at" bigint;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "document_template_id" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "witness_id" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "witness_role" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "witnessed_at" bigint;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "end_ground" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "draw_sealed" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "draw_commit" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "seal_mode" text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "prices_opened_at" bigint;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "recovery_ground" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "terminated_by" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "year" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "renews_id" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "invoice_hash" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "invoice_file_id" text;--> statement-breakpoint
ALTER TABLE "calendar_year" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "dropped_at" bigint;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "representative" text;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "nonlocal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "lived_months" integer;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "grid_id" text;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD COLUMN "building" text;--> statement-breakpoint
ALTER TABLE "round_item" ADD COLUMN "ref_no" text;--> statement-breakpoint
ALTER TABLE "round_item" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "level" text DEFAULT 'L1' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "ballot_kind" text DEFAULT 'approval' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "rule" text DEFAULT 'greedy_threshold' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "utility" text DEFAULT 'cost' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "completion" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "add_step" bigint;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "points_total" integer;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "points_each" integer;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "tie_order" text DEFAULT 'cost_votes_id' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "lot_seed" text;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "lot_at" bigint;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "min_age" integer DEFAULT 18 NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "residence" text DEFAULT 'registered_or_living' NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "residence_months" integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "blocs" jsonb;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "resolution_id" text;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "rerun_of" text;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "manifest" text;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "expert" ADD COLUMN "employer_id" text;--> statement-breakpoint
ALTER TABLE "expert" ADD COLUMN "expertise" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "certificate_until" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "deregistered_on" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "registration" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "supervisor_name" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "decoupled_on" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "filed_with" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "filed_on" text;--> statement-breakpoint
ALTER TABLE "party" ADD COLUMN "reconfirmed_on" text;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "awaits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "confirmed_at" bigint;--> statement-breakpoint
ALTER TABLE "contract_filing" ADD CONSTRAINT "contract_filing_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD CONSTRAINT "order_settlement_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD CONSTRAINT "order_settlement_provider_id_framework_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."framework_provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD CONSTRAINT "order_settlement_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_review" ADD CONSTRAINT "year_review_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_review" ADD CONSTRAINT "year_review_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "burden_form" ADD CONSTRAINT "burden_form_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "burden_form" ADD CONSTRAINT "burden_form_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "burden_form" ADD CONSTRAINT "burden_form_duty_id_duty_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heat_topic" ADD CONSTRAINT "heat_topic_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heat_topic" ADD CONSTRAINT "heat_topic_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_term" ADD CONSTRAINT "need_term_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_suggestion_id_suggestion_id_fk" FOREIGN KEY ("suggestion_id") REFERENCES "public"."suggestion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_from_party_id_party_id_fk" FOREIGN KEY ("from_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_batch" ADD CONSTRAINT "survey_batch_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_batch" ADD CONSTRAINT "survey_batch_grid_id_place_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_draft" ADD CONSTRAINT "survey_draft_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_draft" ADD CONSTRAINT "survey_draft_sheet_id_survey_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."survey_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_entry" ADD CONSTRAINT "survey_entry_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_entry" ADD CONSTRAINT "survey_entry_sheet_id_survey_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."survey_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheet" ADD CONSTRAINT "survey_sheet_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheet" ADD CONSTRAINT "survey_sheet_batch_id_survey_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."survey_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tally" ADD CONSTRAINT "survey_tally_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_words" ADD CONSTRAINT "survey_words_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_words" ADD CONSTRAINT "survey_words_answer_id_survey_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."survey_answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_chain" ADD CONSTRAINT "approval_chain_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_objection" ADD CONSTRAINT "direct_objection_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "low_price_ask" ADD CONSTRAINT "low_price_ask_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "low_price_ask" ADD CONSTRAINT "low_price_ask_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_document" ADD CONSTRAINT "tender_document_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_document" ADD CONSTRAINT "tender_document_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_follow" ADD CONSTRAINT "tender_follow_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_follow" ADD CONSTRAINT "tender_follow_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_review" ADD CONSTRAINT "tender_review_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_search" ADD CONSTRAINT "tender_search_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_version" ADD CONSTRAINT "tender_version_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_roll_entry_id_roll_entry_id_fk" FOREIGN KEY ("roll_entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk" ADD CONSTRAINT "kiosk_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batch" ADD CONSTRAINT "paper_batch_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_batch_id_paper_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reissued_slip" ADD CONSTRAINT "reissued_slip_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_load" ADD CONSTRAINT "roll_load_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_reading" ADD CONSTRAINT "sheet_reading_batch_id_paper_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_body" ADD CONSTRAINT "hall_body_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_body" ADD CONSTRAINT "hall_body_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_member" ADD CONSTRAINT "hall_member_body_id_hall_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."hall_body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_topic" ADD CONSTRAINT "hall_topic_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_topic_id_hall_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."hall_topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_member" ADD CONSTRAINT "meeting_member_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notice" ADD CONSTRAINT "meeting_notice_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_question" ADD CONSTRAINT "meeting_question_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_question" ADD CONSTRAINT "meeting_question_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_resolution" ADD CONSTRAINT "meeting_resolution_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_resolution" ADD CONSTRAINT "meeting_resolution_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_resolution_id_meeting_resolution_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."meeting_resolution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_step" ADD CONSTRAINT "meeting_step_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_hall_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."hall_body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_rule_id_meeting_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."meeting_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_support" ADD CONSTRAINT "topic_support_topic_id_hall_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."hall_topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_support" ADD CONSTRAINT "topic_support_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_change" ADD CONSTRAINT "contract_change_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buyer_check" ADD CONSTRAINT "buyer_check_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buyer_check" ADD CONSTRAINT "buyer_check_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_version" ADD CONSTRAINT "evaluation_version_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_kin" ADD CONSTRAINT "expert_kin_expert_id_person_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_kin" ADD CONSTRAINT "expert_kin_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_standing" ADD CONSTRAINT "expert_standing_expert_id_person_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_draw" ADD CONSTRAINT "panel_draw_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_correction" ADD CONSTRAINT "price_correction_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_correction" ADD CONSTRAINT "price_correction_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_correction" ADD CONSTRAINT "price_correction_found_by_panel_seat_id_fk" FOREIGN KEY ("found_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_change" ADD CONSTRAINT "score_change_sheet_id_score_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."score_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_change" ADD CONSTRAINT "score_change_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_asked_by_panel_seat_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_item" ADD CONSTRAINT "framework_item_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_provider" ADD CONSTRAINT "framework_provider_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_provider" ADD CONSTRAINT "framework_provider_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinship" ADD CONSTRAINT "kinship_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinship" ADD CONSTRAINT "kinship_agent_id_person_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_item_id_framework_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."framework_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_provider_id_framework_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."framework_provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_part" ADD CONSTRAINT "minor_part_work_id_minor_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."minor_work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_quote" ADD CONSTRAINT "minor_quote_work_id_minor_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."minor_work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_quote" ADD CONSTRAINT "minor_quote_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_work" ADD CONSTRAINT "minor_work_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_work" ADD CONSTRAINT "minor_work_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cabinet" ADD CONSTRAINT "cabinet_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_keeper" ADD CONSTRAINT "tender_keeper_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_key" ADD CONSTRAINT "tender_key_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_share" ADD CONSTRAINT "tender_share_keeper_id_tender_keeper_id_fk" FOREIGN KEY ("keeper_id") REFERENCES "public"."tender_keeper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_box" ADD CONSTRAINT "round_box_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trustee" ADD CONSTRAINT "trustee_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_claim" ADD CONSTRAINT "household_claim_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_claim" ADD CONSTRAINT "household_claim_roll_entry_id_roll_entry_id_fk" FOREIGN KEY ("roll_entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_body" ADD CONSTRAINT "round_body_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_file" ADD CONSTRAINT "round_file_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_version" ADD CONSTRAINT "round_version_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_inspection" ADD CONSTRAINT "annual_inspection_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_filing_once" ON "contract_filing" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_settlement_ref" ON "order_settlement" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "order_settlement_provider" ON "order_settlement" USING btree ("provider_id","month");--> statement-breakpoint
CREATE INDEX "order_settlement_state" ON "order_settlement" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "year_review_once" ON "year_review" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "year_review_plan" ON "year_review" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "burden_form_month" ON "burden_form" USING btree ("community_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_version" ON "duty" USING btree ("code","version");--> statement-breakpoint
CREATE INDEX "heat_topic_community" ON "heat_topic" USING btree ("community_id","decided_at");--> statement-breakpoint
CREATE INDEX "need_term_word" ON "need_term" USING btree ("term","at","need_id");--> statement-breakpoint
CREATE INDEX "need_term_near" ON "need_term" USING btree ("community_id","term","need_id");--> statement-breakpoint
CREATE INDEX "need_term_need" ON "need_term" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "petition_suggestion" ON "petition" USING btree ("suggestion_id","referred_at");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_batch_first" ON "survey_batch" USING btree ("survey_id","first");--> statement-breakpoint
CREATE INDEX "survey_draft_survey" ON "survey_draft" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_entry_once" ON "survey_entry" USING btree ("sheet_id","entered_by");--> statement-breakpoint
CREATE INDEX "survey_entry_survey" ON "survey_entry" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_sheet_no" ON "survey_sheet" USING btree ("survey_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_sheet_code" ON "survey_sheet" USING btree ("survey_id","code_hash");--> statement-breakpoint
CREATE INDEX "survey_sheet_batch" ON "survey_sheet" USING btree ("batch_id","used");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_words_once" ON "survey_words" USING btree ("answer_id","question_id");--> statement-breakpoint
CREATE INDEX "survey_words_survey" ON "survey_words" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_chain_version" ON "approval_chain" USING btree ("buyer_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "complaint_challenge" ON "complaint" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "complaint_tender" ON "complaint" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "direct_objection_once" ON "direct_objection" USING btree ("plan_id","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_template_version" ON "document_template" USING btree ("method_code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "low_price_ask_once" ON "low_price_ask" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "low_price_ask_tender" ON "low_price_ask" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_line_order" ON "plan_line" USING btree ("plan_id","ordinal");--> statement-breakpoint
CREATE INDEX "tender_document_tender" ON "tender_document" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_follow_once" ON "tender_follow" USING btree ("tender_id","person_id");--> statement-breakpoint
CREATE INDEX "tender_review_tender" ON "tender_review" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "tender_search_person" ON "tender_search" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_version_order" ON "tender_version" USING btree ("tender_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "callback_once" ON "callback" USING btree ("roll_entry_id");--> statement-breakpoint
CREATE INDEX "callback_round" ON "callback" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "kiosk_round" ON "kiosk" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_batch_order" ON "paper_batch" USING btree ("round_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "reissued_slip_order" ON "reissued_slip" USING btree ("roll_entry_id","ordinal");--> statement-breakpoint
CREATE INDEX "reissued_slip_code" ON "reissued_slip" USING btree ("round_id","code_hash");--> statement-breakpoint
CREATE INDEX "roll_load_round" ON "roll_load" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "hall_body_community" ON "hall_body" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "hall_member_body" ON "hall_member" USING btree ("body_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hall_topic_ref" ON "hall_topic" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "hall_topic_community" ON "hall_topic" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "hall_topic_person" ON "hall_topic" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_file_meeting" ON "meeting_file" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_item_meeting" ON "meeting_item" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_item_need" ON "meeting_item" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "meeting_member_meeting" ON "meeting_member" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_notice_meeting" ON "meeting_notice" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_question_meeting" ON "meeting_question" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_resolution_meeting" ON "meeting_resolution" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_rule_version" ON "meeting_rule" USING btree ("code","scope","version");--> statement-breakpoint
CREATE INDEX "meeting_step_meeting" ON "meeting_step" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_step_party" ON "meeting_step" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_ref" ON "meeting" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "meeting_community" ON "meeting" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "meeting_starts" ON "meeting" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_change_ref" ON "contract_change" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_change_live" ON "contract_change" USING btree ("contract_id") WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX "contract_change_contract" ON "contract_change" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_ref" ON "recovery" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_receipt" ON "recovery" USING btree ("year","no");--> statement-breakpoint
CREATE INDEX "recovery_contract" ON "recovery" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "buyer_check_once" ON "buyer_check" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "buyer_check_tender" ON "buyer_check" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluation_version_order" ON "evaluation_version" USING btree ("tender_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "expert_kin_once" ON "expert_kin" USING btree ("expert_id","person_id");--> statement-breakpoint
CREATE INDEX "expert_standing_expert" ON "expert_standing" USING btree ("expert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "panel_draw_tender" ON "panel_draw" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_correction_once" ON "price_correction" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "price_correction_tender" ON "price_correction" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "score_change_tender" ON "score_change" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplement_once" ON "supplement" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "supplement_tender" ON "supplement" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_item_order" ON "framework_item" USING btree ("framework_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_provider_once" ON "framework_provider" USING btree ("framework_id","supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_ref" ON "framework" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_plan" ON "framework" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "framework_state" ON "framework" USING btree ("state");--> statement-breakpoint
CREATE INDEX "kinship_person" ON "kinship" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "kinship_agent" ON "kinship" USING btree ("agent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_order_ref" ON "service_order" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "service_order_framework" ON "service_order" USING btree ("framework_id","state");--> statement-breakpoint
CREATE INDEX "service_order_person" ON "service_order" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "service_order_supplier" ON "service_order" USING btree ("supplier_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "minor_part_order" ON "minor_part" USING btree ("work_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "minor_quote_once" ON "minor_quote" USING btree ("work_id","supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minor_work_ref" ON "minor_work" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "minor_work_plan" ON "minor_work" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "minor_work_state" ON "minor_work" USING btree ("state");--> statement-breakpoint
CREATE INDEX "flag_look_subject" ON "flag_look" USING btree ("code","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "ocds_release_id" ON "ocds_release" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "ocds_release_seq" ON "ocds_release" USING btree ("ocid","seq");--> statement-breakpoint
CREATE INDEX "ocds_release_plan" ON "ocds_release" USING btree ("plan_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "cabinet_party" ON "cabinet" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_member_once" ON "consortium_member" USING btree ("proposal_id","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_member_sits" ON "consortium_member" USING btree ("sits_in");--> statement-breakpoint
CREATE INDEX "consortium_member_party" ON "consortium_member" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_change_version" ON "calendar_change" USING btree ("year","version");--> statement-breakpoint
CREATE INDEX "seal_leaf_day" ON "seal_leaf" USING btree ("day","leaf");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_keeper_order" ON "tender_keeper" USING btree ("tender_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_keeper_once" ON "tender_keeper" USING btree ("tender_id","person_id");--> statement-breakpoint
CREATE INDEX "tender_keeper_person" ON "tender_keeper" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_key_envelope" ON "tender_key" USING btree ("tender_id","envelope");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_share_envelope" ON "tender_share" USING btree ("keeper_id","envelope");--> statement-breakpoint
CREATE INDEX "superseded_ballot_round" ON "superseded_ballot" USING btree ("round_id","leaf");--> statement-breakpoint
CREATE UNIQUE INDEX "trustee_order" ON "trustee" USING btree ("round_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "trustee_once" ON "trustee" USING btree ("round_id","person_id");--> statement-breakpoint
CREATE INDEX "trustee_person" ON "trustee" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "household_claim_round" ON "household_claim" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "household_claim_entry" ON "household_claim" USING btree ("roll_entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_body_once" ON "round_body" USING btree ("round_id","party_id");--> statement-breakpoint
CREATE INDEX "round_body_party" ON "round_body" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "enrolment_person" ON "enrolment" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "annual_inspection_year" ON "annual_inspection" USING btree ("party_id","year");--> statement-breakpoint
CREATE INDEX "listing_party" ON "listing" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sanction_ref" ON "sanction" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "sanction_party" ON "sanction" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "sign_in_try_at" ON "sign_in_try" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sign_in_try_login" ON "sign_in_try" USING btree ("login_hash","at");--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_duty_id_duty_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_duty_id_duty_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_template" ADD CONSTRAINT "survey_template_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestion_recent" ON "suggestion" USING btree ("community_id","created_at");--> statement-breakpoint
CREATE INDEX "suggestion_due" ON "suggestion" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "suggestion_need" ON "suggestion" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "payment_invoice" ON "payment" USING btree ("invoice_no");--> statement-breakpoint
CREATE INDEX "payment_invoice_hash" ON "payment" USING btree ("invoice_hash");--> statement-breakpoint
CREATE INDEX "file_owner" ON "file" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "file_bytes" ON "file" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "ledger_entry_at" ON "ledger_entry" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "award_proposal" ON "award" USING btree ("proposal_id","run");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_award" ON "contract" USING btree ("award_id","year");