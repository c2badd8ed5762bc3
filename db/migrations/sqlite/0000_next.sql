CREATE TABLE `catalogue_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`category` text,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `catalogue_entry_version` ON `catalogue_entry` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `need_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`kind` text NOT NULL,
	`ref_id` text NOT NULL,
	`share` real,
	`sample` integer,
	`count` integer,
	`note` text,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_evidence_need` ON `need_evidence` (`need_id`);--> statement-breakpoint
CREATE TABLE `need` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`street_id` text NOT NULL,
	`grid_ids` text NOT NULL,
	`category` text NOT NULL,
	`item_type` text NOT NULL,
	`title` text NOT NULL,
	`title_en` text,
	`evidence` text NOT NULL,
	`target_group` text NOT NULL,
	`beneficiaries` integer NOT NULL,
	`outcome` text NOT NULL,
	`estimate` integer NOT NULL,
	`urgency` integer NOT NULL,
	`severity` integer NOT NULL,
	`catalogue_id` text,
	`negative_answers` text NOT NULL,
	`state` text NOT NULL,
	`drafted_by` text NOT NULL,
	`published_by` text,
	`published_at` integer,
	`due_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`redirect_to` text,
	`merged_into` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`catalogue_id`) REFERENCES `catalogue_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_ref` ON `need` (`ref_no`);--> statement-breakpoint
CREATE INDEX `need_community` ON `need` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `need_state` ON `need` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `suggestion` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`kind` text NOT NULL,
	`category` text,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`community_id` text NOT NULL,
	`grid_id` text,
	`where_text` text,
	`person_id` text,
	`phone_hash` text,
	`phone_tail` text,
	`state` text NOT NULL,
	`handler_party_id` text NOT NULL,
	`handler_role` text NOT NULL,
	`due_at` integer NOT NULL,
	`reply` text,
	`replied_by` text,
	`replied_at` integer,
	`need_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grid_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestion_ref` ON `suggestion` (`ref_no`);--> statement-breakpoint
CREATE INDEX `suggestion_community` ON `suggestion` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `suggestion_person` ON `suggestion` (`person_id`);--> statement-breakpoint
CREATE TABLE `support` (
	`id` text PRIMARY KEY NOT NULL,
	`suggestion_id` text,
	`need_id` text,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `support_suggestion_once` ON `support` (`suggestion_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `support_need_once` ON `support` (`need_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `survey_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`grid_id` text,
	`channel` text NOT NULL,
	`entered_by` text,
	`answers` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_answer_survey` ON `survey_answer` (`survey_id`);--> statement-breakpoint
CREATE TABLE `survey_template` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`min_cell` integer NOT NULL,
	`questions` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_template_version` ON `survey_template` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `survey` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`template_id` text NOT NULL,
	`name` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`state` text NOT NULL,
	`short_code` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`reported_at` integer,
	FOREIGN KEY (`template_id`) REFERENCES `survey_template`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_code` ON `survey` (`short_code`);--> statement-breakpoint
CREATE INDEX `survey_community` ON `survey` (`community_id`);--> statement-breakpoint
CREATE TABLE `amendment` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`field` text NOT NULL,
	`was` text NOT NULL,
	`now` text NOT NULL,
	`reason` text NOT NULL,
	`material` integer NOT NULL,
	`new_deadline` integer,
	`state` text NOT NULL,
	`published_by` text,
	`published_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `amendment_order` ON `amendment` (`tender_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `award` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`rank` integer NOT NULL,
	`price` integer NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`reason` text,
	`notice_no` text,
	`notified_at` integer,
	`window_ends_at` integer,
	`end_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_proposal` ON `award` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `award_tender` ON `award` (`tender_id`);--> statement-breakpoint
CREATE TABLE `challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`tender_id` text NOT NULL,
	`award_id` text,
	`challenger_id` text NOT NULL,
	`submitted_by` text NOT NULL,
	`items` text NOT NULL,
	`state` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`reply_due_at` integer NOT NULL,
	`reply` text,
	`replied_by` text,
	`replied_at` integer,
	`complaint_ends_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `challenge_tender` ON `challenge` (`tender_id`);--> statement-breakpoint
CREATE TABLE `criterion` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`max` real NOT NULL,
	`items` integer DEFAULT 1 NOT NULL,
	`bands` text,
	`guidance` text NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `criterion_code` ON `criterion` (`tender_id`,`code`);--> statement-breakpoint
CREATE TABLE `method` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`min_amount` integer NOT NULL,
	`max_amount` integer,
	`individuals` integer NOT NULL,
	`groups` integer NOT NULL,
	`min_proposals` integer NOT NULL,
	`bid_days` integer NOT NULL,
	`bid_unit` text NOT NULL,
	`amend_days` integer NOT NULL,
	`price_min` integer,
	`price_max` integer,
	`panel_min` integer NOT NULL,
	`expert_share_min` integer NOT NULL,
	`intention_days` integer NOT NULL,
	`objection_days` integer NOT NULL,
	`sign_days` integer NOT NULL,
	`no_price` integer NOT NULL,
	`offered` integer DEFAULT true NOT NULL,
	`basis` text NOT NULL,
	`mark` text NOT NULL,
	`from_date` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `method_version` ON `method` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `panel_seat` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text NOT NULL,
	`draw_seed` text,
	`replaces` text,
	`declared_at` integer,
	`reason` text,
	`signed_at` integer,
	`dissent` text,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_seat_once` ON `panel_seat` (`tender_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `panel_vote` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`panel_seat_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`about` text NOT NULL,
	`passes` integer NOT NULL,
	`ground` text,
	`words` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`panel_seat_id`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_vote_once` ON `panel_vote` (`panel_seat_id`,`proposal_id`,`about`);--> statement-breakpoint
CREATE INDEX `panel_vote_tender` ON `panel_vote` (`tender_id`);--> statement-breakpoint
CREATE TABLE `plan_approval` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`person_id` text NOT NULL,
	`opinion` text NOT NULL,
	`at` integer NOT NULL,
	`voided_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_approval_plan` ON `plan_approval` (`plan_id`);--> statement-breakpoint
CREATE TABLE `plan_need` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`need_id` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_need_once` ON `plan_need` (`plan_id`,`need_id`);--> statement-breakpoint
CREATE INDEX `plan_need_need` ON `plan_need` (`need_id`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`title` text NOT NULL,
	`title_en` text,
	`buyer_id` text NOT NULL,
	`community_id` text,
	`method_id` text NOT NULL,
	`line_id` text NOT NULL,
	`amount` integer NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`whose_duty` text NOT NULL,
	`why_not_direct` text NOT NULL,
	`goals` text NOT NULL,
	`quantity` text NOT NULL,
	`sensitive` integer DEFAULT false NOT NULL,
	`individual_reason` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`drafted_by` text NOT NULL,
	`reason` text,
	`intention_on` text,
	`created_at` integer NOT NULL,
	`approved_at` integer,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`method_id`) REFERENCES `method`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_ref` ON `plan` (`ref_no`);--> statement-breakpoint
CREATE INDEX `plan_buyer` ON `plan` (`buyer_id`,`state`);--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`draft_sealed` text,
	`sealed` text,
	`seal_hash` text,
	`receipt_no` text,
	`submitted_by` text,
	`submitted_at` integer,
	`withdrawn_at` integer,
	`body` text,
	`price` integer,
	`alias` text,
	`end_ground` text,
	`end_reason` text,
	`total` real,
	`rank` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_supplier` ON `proposal` (`tender_id`,`supplier_id`);--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`party_id` text,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_tender` ON `question` (`tender_id`);--> statement-breakpoint
CREATE TABLE `score_sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_seat_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`state` text NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`panel_seat_id`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_sheet_seat` ON `score_sheet` (`panel_seat_id`);--> statement-breakpoint
CREATE INDEX `score_sheet_tender` ON `score_sheet` (`tender_id`);--> statement-breakpoint
CREATE TABLE `score` (
	`id` text PRIMARY KEY NOT NULL,
	`sheet_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`points` real NOT NULL,
	`bands` text,
	`comment` text,
	FOREIGN KEY (`sheet_id`) REFERENCES `score_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_once` ON `score` (`sheet_id`,`proposal_id`,`criterion_id`);--> statement-breakpoint
CREATE INDEX `score_proposal` ON `score` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `team_member` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`person_id` text NOT NULL,
	`leads` integer NOT NULL,
	`consented_at` integer,
	`sits_in` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_member_once` ON `team_member` (`proposal_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `team_member_sits` ON `team_member` (`sits_in`);--> statement-breakpoint
CREATE INDEX `team_member_person` ON `team_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `tender` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`plan_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`method_id` text NOT NULL,
	`title` text NOT NULL,
	`requirement` text NOT NULL,
	`qualification` text NOT NULL,
	`indicators` text NOT NULL,
	`ceiling` integer NOT NULL,
	`payment_template` text NOT NULL,
	`deadline` integer NOT NULL,
	`questions_close` integer NOT NULL,
	`state` text NOT NULL,
	`requirement_by` text NOT NULL,
	`reviewed_by` text,
	`published_by` text,
	`published_at` integer,
	`opened_at` integer,
	`opened_by` text,
	`end_reason` text,
	`previous_id` text,
	`suspended` integer DEFAULT false NOT NULL,
	`key_wrapped` text,
	`public_key` text,
	`report` text,
	`report_hash` text,
	`report_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`method_id`) REFERENCES `method`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_ref` ON `tender` (`ref_no`);--> statement-breakpoint
CREATE INDEX `tender_plan` ON `tender` (`plan_id`);--> statement-breakpoint
CREATE INDEX `tender_state` ON `tender` (`state`,`deadline`);--> statement-breakpoint
CREATE TABLE `acceptance_opinion` (
	`id` text PRIMARY KEY NOT NULL,
	`acceptance_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`channel` text NOT NULL,
	`level` integer NOT NULL,
	`words` text,
	`entered_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`acceptance_id`) REFERENCES `acceptance`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptance_opinion_once` ON `acceptance_opinion` (`acceptance_id`,`service_user_id`);--> statement-breakpoint
CREATE TABLE `acceptance_sign` (
	`id` text PRIMARY KEY NOT NULL,
	`acceptance_id` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	`met` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`acceptance_id`) REFERENCES `acceptance`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptance_sign_role` ON `acceptance_sign` (`acceptance_id`,`role`);--> statement-breakpoint
CREATE TABLE `acceptance` (
	`id` text PRIMARY KEY NOT NULL,
	`milestone_id` text NOT NULL,
	`state` text NOT NULL,
	`required` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`met` integer,
	`satisfaction` real,
	`finding` text,
	`concluded_at` integer,
	`published_at` integer,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestone`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `acceptance_milestone` ON `acceptance` (`milestone_id`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`diary_entry_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	FOREIGN KEY (`diary_entry_id`) REFERENCES `diary_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_once` ON `attendance` (`diary_entry_id`,`service_user_id`);--> statement-breakpoint
CREATE TABLE `contract` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`plan_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`award_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`payee_id` text,
	`line_id` text NOT NULL,
	`title` text NOT NULL,
	`price` integer NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`template` text NOT NULL,
	`clauses` text NOT NULL,
	`body_hash` text,
	`state` text NOT NULL,
	`drafted_by` text NOT NULL,
	`supplier_signer_id` text,
	`supplier_signed_at` integer,
	`buyer_signer_id` text,
	`buyer_signed_at` integer,
	`published_at` integer,
	`end_reason` text,
	`ended_at` integer,
	`recovered` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_price" CHECK("contract"."price" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_ref` ON `contract` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `contract_award` ON `contract` (`award_id`);--> statement-breakpoint
CREATE INDEX `contract_plan` ON `contract` (`plan_id`);--> statement-breakpoint
CREATE TABLE `diary_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`person_times` integer NOT NULL,
	`minutes` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `diary_entry_contract` ON `diary_entry` (`contract_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_role` text NOT NULL,
	`raised_party_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer,
	`proof` text,
	`closing` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_contract` ON `finding` (`contract_id`);--> statement-breakpoint
CREATE TABLE `indicator_reading` (
	`id` text PRIMARY KEY NOT NULL,
	`milestone_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`value` real NOT NULL,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestone`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_reading_once` ON `indicator_reading` (`milestone_id`,`indicator_id`);--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`target` real NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_code` ON `indicator` (`contract_id`,`code`);--> statement-breakpoint
CREATE TABLE `linkage` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`sector` text NOT NULL,
	`party_id` text,
	`person_id` text,
	`goal` text NOT NULL,
	`duty` text NOT NULL,
	`contribution` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `linkage_sector` ON `linkage` (`contract_id`,`sector`);--> statement-breakpoint
CREATE TABLE `milestone` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`gate` text NOT NULL,
	`percent` integer NOT NULL,
	`price` integer NOT NULL,
	`withheld` integer,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`claim` text,
	`checked_by` text,
	`checked_at` integer,
	`finding` text,
	`accepted_at` integer,
	`return_reason` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestone_price" CHECK("milestone"."price" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `milestone_order` ON `milestone` (`contract_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `payment` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`milestone_id` text NOT NULL,
	`amount` integer NOT NULL,
	`state` text NOT NULL,
	`invoice_no` text NOT NULL,
	`payee_name` text NOT NULL,
	`account_tail` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`checked_by` text,
	`checked_at` integer,
	`approved_by` text,
	`approved_at` integer,
	`submitted_by` text,
	`submitted_at` integer,
	`voucher_year` integer,
	`voucher_no` text,
	`voucher_on` text,
	`bank_receipt_no` text,
	`paid_at` integer,
	`confirmed_by` text,
	`corrected_by` text,
	`corrected_at` integer,
	`reason` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestone`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_amount" CHECK("payment"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_ref` ON `payment` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_voucher` ON `payment` (`voucher_year`,`voucher_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_live` ON `payment` (`milestone_id`) WHERE state <> 'declined';--> statement-breakpoint
CREATE INDEX `payment_contract` ON `payment` (`contract_id`);--> statement-breakpoint
CREATE INDEX `payment_milestone` ON `payment` (`milestone_id`);--> statement-breakpoint
CREATE TABLE `service_user` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`person_id` text,
	`label` text NOT NULL,
	`phone_hash` text,
	`added_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_user_contract` ON `service_user` (`contract_id`);--> statement-breakpoint
CREATE INDEX `service_user_person` ON `service_user` (`person_id`);--> statement-breakpoint
CREATE TABLE `voucher` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`year` integer NOT NULL,
	`no` text NOT NULL,
	`dated` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`account_tail` text NOT NULL,
	`returned_at` integer,
	`return_reason` text,
	FOREIGN KEY (`payment_id`) REFERENCES `payment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_once` ON `voucher` (`year`,`no`);--> statement-breakpoint
CREATE INDEX `voucher_payment` ON `voucher` (`payment_id`);--> statement-breakpoint
CREATE TABLE `rating` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`state` text NOT NULL,
	`level` integer,
	`words` text,
	`photo_id` text,
	`channel` text,
	`entered_by` text,
	`invited_at` integer NOT NULL,
	`given_at` integer,
	`reply` text,
	`replied_by` text,
	`replied_at` integer,
	`hidden_reason` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rating_once` ON `rating` (`contract_id`,`service_user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `rating_token` ON `rating` (`token_hash`);--> statement-breakpoint
CREATE INDEX `rating_contract_state` ON `rating` (`contract_id`,`state`);--> statement-breakpoint
CREATE TABLE `rectification` (
	`id` text PRIMARY KEY NOT NULL,
	`rating_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`rater_words` text,
	`closed_at` integer,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`rating_id`) REFERENCES `rating`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rectification_rating` ON `rectification` (`rating_id`);--> statement-breakpoint
CREATE TABLE `calendar_year` (
	`year` integer PRIMARY KEY NOT NULL,
	`holidays` text NOT NULL,
	`workdays` text NOT NULL,
	`source` text NOT NULL,
	`entered_by` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clock_offset` (
	`id` text PRIMARY KEY NOT NULL,
	`milliseconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counter` (
	`id` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `done_request` (
	`key` text PRIMARY KEY NOT NULL,
	`actor_id` text,
	`answer` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `file` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`name` text NOT NULL,
	`is_public` integer DEFAULT false NOT NULL,
	`owner_id` text,
	`subject` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `file_subject` ON `file` (`subject`);--> statement-breakpoint
CREATE TABLE `journal` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`seat_id` text,
	`role` text,
	`party_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`thread_id` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `journal_subject` ON `journal` (`subject`);--> statement-breakpoint
CREATE INDEX `journal_thread` ON `journal` (`thread_id`);--> statement-breakpoint
CREATE INDEX `journal_at` ON `journal` (`at`);--> statement-breakpoint
CREATE TABLE `notice_read` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_read_once` ON `notice_read` (`notice_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`role` text,
	`party_id` text,
	`message` text NOT NULL,
	`params` text,
	`link` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`);--> statement-breakpoint
CREATE INDEX `notice_seat` ON `notice` (`party_id`,`role`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`sealed_body` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox` (`sent_at`);--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`recipient`);--> statement-breakpoint
CREATE TABLE `parameter` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`value` integer NOT NULL,
	`unit` text NOT NULL,
	`source` text NOT NULL,
	`mark` text NOT NULL,
	`certainty` text NOT NULL,
	`from_date` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parameter_version` ON `parameter` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `budget_line` (
	`id` text PRIMARY KEY NOT NULL,
	`pool_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`buyer_id` text NOT NULL,
	`community_id` text,
	`amount` integer NOT NULL,
	FOREIGN KEY (`pool_id`) REFERENCES `fund_pool`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "budget_line_amount" CHECK("budget_line"."amount" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `budget_line_code` ON `budget_line` (`code`);--> statement-breakpoint
CREATE TABLE `fund_pool` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`owner_id` text NOT NULL,
	`year` integer NOT NULL,
	`total` integer NOT NULL,
	`rules` text NOT NULL,
	`approved_on` text,
	FOREIGN KEY (`owner_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`line_id` text NOT NULL,
	`plan_id` text,
	`contract_id` text,
	`milestone_id` text,
	`payment_id` text,
	`memo` text,
	FOREIGN KEY (`line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entry_source` ON `ledger_entry` (`source`);--> statement-breakpoint
CREATE INDEX `ledger_entry_line` ON `ledger_entry` (`line_id`);--> statement-breakpoint
CREATE INDEX `ledger_entry_contract` ON `ledger_entry` (`contract_id`);--> statement-breakpoint
CREATE INDEX `ledger_entry_plan` ON `ledger_entry` (`plan_id`);--> statement-breakpoint
CREATE TABLE `ledger_posting` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `ledger_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_posting_amount" CHECK("ledger_posting"."amount" <> 0)
);
--> statement-breakpoint
CREATE INDEX `ledger_posting_entry` ON `ledger_posting` (`entry_id`);--> statement-breakpoint
CREATE TABLE `ballot_link` (
	`roll_entry_id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ballot` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`sealed` text NOT NULL,
	`seal_hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ballot_round` ON `ballot` (`round_id`,`id`);--> statement-breakpoint
CREATE TABLE `opened_ballot` (
	`round_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`choices` text NOT NULL,
	PRIMARY KEY(`round_id`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `participation` (
	`roll_entry_id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`channel` text NOT NULL,
	`helper_id` text,
	`receipt_no` text NOT NULL,
	`spoiled` text,
	FOREIGN KEY (`roll_entry_id`) REFERENCES `roll_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `participation_round` ON `participation` (`round_id`,`receipt_no`);--> statement-breakpoint
CREATE TABLE `roll_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`label` text NOT NULL,
	`household_key` text NOT NULL,
	`person_id` text,
	`phone_hash` text,
	`age_band` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roll_entry_code` ON `roll_entry` (`round_id`,`code_hash`);--> statement-breakpoint
CREATE INDEX `roll_entry_phone` ON `roll_entry` (`round_id`,`phone_hash`);--> statement-breakpoint
CREATE INDEX `roll_entry_person` ON `roll_entry` (`person_id`);--> statement-breakpoint
CREATE TABLE `round_item` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`need_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`cost` integer NOT NULL,
	`outcome` text,
	`reason` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_item_once` ON `round_item` (`round_id`,`need_id`);--> statement-breakpoint
CREATE TABLE `round` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`name` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`street_id` text NOT NULL,
	`pool_id` text,
	`budget` integer NOT NULL,
	`max_choices` integer NOT NULL,
	`budget_capped` integer NOT NULL,
	`unit` text NOT NULL,
	`electorate` text NOT NULL,
	`threshold_percent` integer NOT NULL,
	`quorum_percent` integer NOT NULL,
	`households` integer NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`state` text NOT NULL,
	`slips_at` integer,
	`seal_hash` text,
	`sealed_at` integer,
	`key_wrapped` text,
	`public_key` text,
	`witness_id` text,
	`witnessed_at` integer,
	`counted_at` integer,
	`count_hash` text,
	`announced_at` integer,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `fund_pool`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_ref` ON `round` (`ref_no`);--> statement-breakpoint
CREATE INDEX `round_community` ON `round` (`community_id`);--> statement-breakpoint
CREATE TABLE `place` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`name_en` text,
	`community_kind` text,
	`households` integer,
	`population` integer,
	`adults` integer,
	`feature` text,
	`profile` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_code` ON `place` (`code`);--> statement-breakpoint
CREATE INDEX `place_parent` ON `place` (`parent_id`);--> statement-breakpoint
CREATE TABLE `expert_tie` (
	`id` text PRIMARY KEY NOT NULL,
	`expert_id` text NOT NULL,
	`party_id` text NOT NULL,
	`relation` text NOT NULL,
	`until` text,
	FOREIGN KEY (`expert_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `expert_tie_expert` ON `expert_tie` (`expert_id`);--> statement-breakpoint
CREATE TABLE `expert` (
	`id` text PRIMARY KEY NOT NULL,
	`fields` text,
	`employer` text,
	`title` text,
	FOREIGN KEY (`id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `party` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`uscc` text,
	`uscc_override` text,
	`place_id` text,
	`street_id` text,
	`form` text,
	`grade` text,
	`grade_until` text,
	`registered_year` integer,
	`credit` text DEFAULT 'normal' NOT NULL,
	`credit_since` text,
	`credit_note` text,
	`custodian_id` text,
	`person_id` text,
	`fields` text,
	`profile` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `party_uscc` ON `party` (`uscc`);--> statement-breakpoint
CREATE INDEX `party_place` ON `party` (`place_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone_hash` text,
	`phone_sealed` text,
	`phone_tail` text,
	`community_id` text,
	`grid_id` text,
	`household_key` text,
	`age_band` text,
	`elder` integer DEFAULT false NOT NULL,
	`lang` text DEFAULT 'zh-CN' NOT NULL,
	`messages` integer DEFAULT false NOT NULL,
	`password_hash` text,
	`totp_sealed` text,
	`totp_last_step` integer,
	`login` text,
	`failed_since` integer,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grid_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_phone` ON `person` (`phone_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `person_login` ON `person` (`login`);--> statement-breakpoint
CREATE INDEX `person_community` ON `person` (`community_id`);--> statement-breakpoint
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`party_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	`ground` text NOT NULL,
	`granted_by` text,
	`withdrawn_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seat_person` ON `seat` (`person_id`);--> statement-breakpoint
CREATE INDEX `seat_party_role` ON `seat` (`party_id`,`role`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`strength` text NOT NULL,
	`device` text,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_code` (
	`id` text PRIMARY KEY NOT NULL,
	`phone_hash` text NOT NULL,
	`address` text NOT NULL,
	`code_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `sign_in_code_phone` ON `sign_in_code` (`phone_hash`,`created_at`);--> statement-breakpoint
CREATE INDEX `sign_in_code_at` ON `sign_in_code` (`created_at`);--> statement-breakpoint
CREATE TABLE `social_worker` (
	`id` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`cert_no` text NOT NULL,
	`registered_until` text NOT NULL,
	`employer_id` text,
	`specialties` text,
	FOREIGN KEY (`id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
