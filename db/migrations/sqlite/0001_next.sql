CREATE TABLE `contract_filing` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`filed_on` text NOT NULL,
	`receipt_no` text,
	`filed_by` text NOT NULL,
	`filed_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_filing_once` ON `contract_filing` (`contract_id`);--> statement-breakpoint
CREATE TABLE `order_settlement` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`framework_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`month` text NOT NULL,
	`orders` integer NOT NULL,
	`amount` integer NOT NULL,
	`invoice_no` text NOT NULL,
	`state` text NOT NULL,
	`claimed_by` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`checked_by` text,
	`checked_at` integer,
	`approved_by` text,
	`approved_at` integer,
	`voucher_no` text,
	`paid_by` text,
	`paid_at` integer,
	`reason` text,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `framework_provider`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_settlement_ref` ON `order_settlement` (`ref_no`);--> statement-breakpoint
CREATE INDEX `order_settlement_provider` ON `order_settlement` (`provider_id`,`month`);--> statement-breakpoint
CREATE INDEX `order_settlement_state` ON `order_settlement` (`state`);--> statement-breakpoint
CREATE TABLE `year_review` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`year` integer NOT NULL,
	`facts` text NOT NULL,
	`advice` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`line_id` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `year_review_once` ON `year_review` (`contract_id`);--> statement-breakpoint
CREATE INDEX `year_review_plan` ON `year_review` (`plan_id`);--> statement-breakpoint
CREATE TABLE `burden_form` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`office` text NOT NULL,
	`name` text NOT NULL,
	`copies` integer NOT NULL,
	`minutes` integer NOT NULL,
	`duty_id` text,
	`duty_outside` integer DEFAULT false NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`struck_by` text,
	`struck_at` integer,
	`struck_reason` text,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duty_id`) REFERENCES `duty`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `burden_form_month` ON `burden_form` (`community_id`,`month`);--> statement-breakpoint
CREATE TABLE `duty` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`ground` text NOT NULL,
	`desks` text NOT NULL,
	`office` text,
	`from_date` text NOT NULL,
	`to_date` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_version` ON `duty` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `heat_topic` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`category` text,
	`suggestion_ids` text NOT NULL,
	`decision` text NOT NULL,
	`need_id` text,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `heat_topic_community` ON `heat_topic` (`community_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `need_term` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`community_id` text NOT NULL,
	`term` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_term_word` ON `need_term` (`term`,`at`,`need_id`);--> statement-breakpoint
CREATE INDEX `need_term_near` ON `need_term` (`community_id`,`term`,`need_id`);--> statement-breakpoint
CREATE INDEX `need_term_need` ON `need_term` (`need_id`);--> statement-breakpoint
CREATE TABLE `petition` (
	`id` text PRIMARY KEY NOT NULL,
	`suggestion_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`from_party_id` text NOT NULL,
	`from_role` text NOT NULL,
	`referred_by` text NOT NULL,
	`referred_at` integer NOT NULL,
	`notify_due_on` text NOT NULL,
	`object_due_on` text NOT NULL,
	`office` text,
	`accepted_at` integer,
	`finish_due_on` text,
	`extended_at` integer,
	`extend_reason` text,
	`finished_at` integer,
	`opinion_no` text,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `petition_suggestion` ON `petition` (`suggestion_id`,`referred_at`);--> statement-breakpoint
CREATE TABLE `survey_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`grid_id` text,
	`building` text NOT NULL,
	`households` integer NOT NULL,
	`first` integer NOT NULL,
	`sheets` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grid_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_batch_first` ON `survey_batch` (`survey_id`,`first`);--> statement-breakpoint
CREATE TABLE `survey_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`sheet_id` text,
	`relation` text,
	`grid_id` text,
	`typed` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `survey_sheet`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_draft_survey` ON `survey_draft` (`survey_id`);--> statement-breakpoint
CREATE TABLE `survey_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`entered_by` text NOT NULL,
	`channel` text NOT NULL,
	`relation` text,
	`answers` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `survey_sheet`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_entry_once` ON `survey_entry` (`sheet_id`,`entered_by`);--> statement-breakpoint
CREATE INDEX `survey_entry_survey` ON `survey_entry` (`survey_id`);--> statement-breakpoint
CREATE TABLE `survey_sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`no` integer NOT NULL,
	`code_hash` text NOT NULL,
	`used` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `survey_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_sheet_no` ON `survey_sheet` (`survey_id`,`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `survey_sheet_code` ON `survey_sheet` (`survey_id`,`code_hash`);--> statement-breakpoint
CREATE INDEX `survey_sheet_batch` ON `survey_sheet` (`batch_id`,`used`);--> statement-breakpoint
CREATE TABLE `survey_tally` (
	`survey_id` text PRIMARY KEY NOT NULL,
	`tally` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `survey_words` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`shown_words` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `survey_answer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_words_once` ON `survey_words` (`answer_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `survey_words_survey` ON `survey_words` (`survey_id`);--> statement-breakpoint
CREATE TABLE `approval_chain` (
	`id` text PRIMARY KEY NOT NULL,
	`buyer_id` text NOT NULL,
	`version` integer NOT NULL,
	`steps` text NOT NULL,
	`ground` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_chain_version` ON `approval_chain` (`buyer_id`,`version`);--> statement-breakpoint
CREATE TABLE `complaint` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`challenge_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`complainant_id` text NOT NULL,
	`filed_by` text NOT NULL,
	`items` text NOT NULL,
	`points` text,
	`state` text NOT NULL,
	`filed_at` integer NOT NULL,
	`accepted_by` text,
	`accepted_at` integer,
	`due_at` integer,
	`outcome` text,
	`remedy` text,
	`suspended_at` integer,
	`suspended_until` integer,
	`suspended_by` text,
	`suspend_ground` text,
	`copies_at` integer,
	`resumed_at` integer,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenge`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_challenge` ON `complaint` (`challenge_id`);--> statement-breakpoint
CREATE INDEX `complaint_tender` ON `complaint` (`tender_id`);--> statement-breakpoint
CREATE TABLE `direct_objection` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`party_id` text NOT NULL,
	`raised_by` text NOT NULL,
	`words` text NOT NULL,
	`raised_at` integer NOT NULL,
	`upheld` integer,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `direct_objection_once` ON `direct_objection` (`plan_id`,`party_id`);--> statement-breakpoint
CREATE TABLE `document_template` (
	`id` text PRIMARY KEY NOT NULL,
	`method_code` text NOT NULL,
	`version` integer NOT NULL,
	`parts` text NOT NULL,
	`basis` text NOT NULL,
	`from_date` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_template_version` ON `document_template` (`method_code`,`version`);--> statement-breakpoint
CREATE TABLE `low_price_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`words` text,
	`file_id` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `low_price_ask_once` ON `low_price_ask` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `low_price_ask_tender` ON `low_price_ask` (`tender_id`);--> statement-breakpoint
CREATE TABLE `plan_line` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`item` text NOT NULL,
	`unit` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price` integer NOT NULL,
	`quality` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_line_order` ON `plan_line` (`plan_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `tender_document` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`file_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`amendment_id` text,
	`replaces_id` text,
	`live_at` integer,
	`replaced_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tender_document_tender` ON `tender_document` (`tender_id`);--> statement-breakpoint
CREATE TABLE `tender_follow` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_follow_once` ON `tender_follow` (`tender_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `tender_review` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`kind` text NOT NULL,
	`checklist_version` integer NOT NULL,
	`answers` text NOT NULL,
	`passes` integer NOT NULL,
	`opinion` text NOT NULL,
	`hash` text NOT NULL,
	`reviewed_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tender_review_tender` ON `tender_review` (`tender_id`);--> statement-breakpoint
CREATE TABLE `tender_search` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`method_code` text,
	`buyer_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tender_search_person` ON `tender_search` (`person_id`);--> statement-breakpoint
CREATE TABLE `tender_version` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`amendment_id` text,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_version_order` ON `tender_version` (`tender_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `callback` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`roll_entry_id` text NOT NULL,
	`helper_id` text NOT NULL,
	`drawn_by` text NOT NULL,
	`drawn_at` integer NOT NULL,
	`outcome` text,
	`note` text,
	`called_by` text,
	`called_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`roll_entry_id`) REFERENCES `roll_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `callback_once` ON `callback` (`roll_entry_id`);--> statement-breakpoint
CREATE INDEX `callback_round` ON `callback` (`round_id`);--> statement-breakpoint
CREATE TABLE `kiosk` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`party_id` text NOT NULL,
	`spot` text NOT NULL,
	`unlocked_by` text NOT NULL,
	`unlocked_at` integer NOT NULL,
	`locked_at` integer,
	`turn_hash` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kiosk_round` ON `kiosk` (`round_id`);--> statement-breakpoint
CREATE TABLE `paper_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`building` text NOT NULL,
	`size` integer NOT NULL,
	`carrier_id` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`used` integer,
	`unused` integer,
	`missing_ground` text,
	`returned_by` text,
	`returned_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_batch_order` ON `paper_batch` (`round_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `paper_sheet` (
	`batch_id` text NOT NULL,
	`line` integer NOT NULL,
	`outcome` text NOT NULL,
	`voided` text,
	`blank` integer DEFAULT false NOT NULL,
	`first_reader` text NOT NULL,
	`second_reader` text NOT NULL,
	`third_reader` text,
	PRIMARY KEY(`batch_id`, `line`),
	FOREIGN KEY (`batch_id`) REFERENCES `paper_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reissued_slip` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`roll_entry_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code_hash` text,
	`ground` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reissued_slip_order` ON `reissued_slip` (`roll_entry_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `reissued_slip_code` ON `reissued_slip` (`round_id`,`code_hash`);--> statement-breakpoint
CREATE TABLE `roll_load` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`source` text NOT NULL,
	`entries` integer NOT NULL,
	`households` integer NOT NULL,
	`without_phone` integer NOT NULL,
	`added` integer NOT NULL,
	`gone` integer NOT NULL,
	`registered` integer,
	`loaded_by` text NOT NULL,
	`loaded_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roll_load_round` ON `roll_load` (`round_id`);--> statement-breakpoint
CREATE TABLE `sheet_reading` (
	`batch_id` text NOT NULL,
	`line` integer NOT NULL,
	`reading` integer NOT NULL,
	`reader_id` text NOT NULL,
	`slip_hash` text NOT NULL,
	`marks_hash` text NOT NULL,
	PRIMARY KEY(`batch_id`, `line`, `reading`),
	FOREIGN KEY (`batch_id`) REFERENCES `paper_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hall_body` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`rule_code` text NOT NULL,
	`name` text NOT NULL,
	`size` integer,
	`size_source` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hall_body_community` ON `hall_body` (`community_id`);--> statement-breakpoint
CREATE TABLE `hall_member` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`woman` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`body_id`) REFERENCES `hall_body`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hall_member_body` ON `hall_member` (`body_id`);--> statement-breakpoint
CREATE TABLE `hall_topic` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`source` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`need_id` text,
	`person_id` text,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`reason` text,
	`answered_by` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hall_topic_ref` ON `hall_topic` (`ref_no`);--> statement-breakpoint
CREATE INDEX `hall_topic_community` ON `hall_topic` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `hall_topic_person` ON `hall_topic` (`person_id`);--> statement-breakpoint
CREATE TABLE `meeting_file` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`sha256` text NOT NULL,
	`mime` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`open` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_file_meeting` ON `meeting_file` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`topic_id` text,
	`need_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `hall_topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_item_meeting` ON `meeting_item` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `meeting_item_need` ON `meeting_item` (`need_id`);--> statement-breakpoint
CREATE TABLE `meeting_member` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`woman` integer NOT NULL,
	`channel` text,
	`holder_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_member_meeting` ON `meeting_member` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`place` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_notice_meeting` ON `meeting_notice` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_question` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text,
	`words` text NOT NULL,
	`asked_at` integer NOT NULL,
	`shown` text,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_question_meeting` ON `meeting_question` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_resolution` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`words` text NOT NULL,
	`in_favour` integer NOT NULL,
	`against` integer NOT NULL,
	`abstained` integer NOT NULL,
	`passed` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `meeting_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_resolution_meeting` ON `meeting_resolution` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`scope` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`community_kind` text,
	`effect` text NOT NULL,
	`composition` text NOT NULL,
	`chair` text NOT NULL,
	`counted` integer NOT NULL,
	`notice_value` integer NOT NULL,
	`notice_unit` text NOT NULL,
	`quorum_over` integer NOT NULL,
	`quorum_num` integer NOT NULL,
	`quorum_den` integer NOT NULL,
	`majority_over` integer NOT NULL,
	`majority_num` integer NOT NULL,
	`majority_den` integer NOT NULL,
	`majority_base` text NOT NULL,
	`women_num` integer,
	`women_den` integer,
	`caller_num` integer,
	`caller_den` integer,
	`caller_base` text,
	`proxies` integer NOT NULL,
	`from_date` text NOT NULL,
	`grounds` text NOT NULL,
	`adopted_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_rule_version` ON `meeting_rule` (`code`,`scope`,`version`);--> statement-breakpoint
CREATE TABLE `meeting_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`resolution_id` text NOT NULL,
	`words` text NOT NULL,
	`party_id` text NOT NULL,
	`due_on` text NOT NULL,
	`done` text,
	`done_by` text,
	`done_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolution_id`) REFERENCES `meeting_resolution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_step_meeting` ON `meeting_step` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `meeting_step_party` ON `meeting_step` (`party_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`street_id` text NOT NULL,
	`body_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`title` text NOT NULL,
	`chair` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`state` text NOT NULL,
	`again_of` text,
	`size` integer,
	`noticed_at` integer,
	`reason` text,
	`attendance_source` text,
	`counts` text,
	`present` integer,
	`held_at` integer,
	`minutes` text,
	`minutes_by` text,
	`published_at` integer,
	`executed_at` integer,
	`report` text,
	`reported_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `hall_body`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`) REFERENCES `meeting_rule`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_ref` ON `meeting` (`ref_no`);--> statement-breakpoint
CREATE INDEX `meeting_community` ON `meeting` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `meeting_starts` ON `meeting` (`starts_at`);--> statement-breakpoint
CREATE TABLE `topic_support` (
	`topic_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `person_id`),
	FOREIGN KEY (`topic_id`) REFERENCES `hall_topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contract_change` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`price_by` integer,
	`to_was` text,
	`to_date` text,
	`indicators` text NOT NULL,
	`worker_was` text,
	`worker_id` text,
	`drafted_by` text NOT NULL,
	`drafted_party` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`opinion` text,
	`opinion_for` integer,
	`opinion_by` text,
	`opinion_at` integer,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`hash` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_change_ref` ON `contract_change` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `contract_change_live` ON `contract_change` (`contract_id`) WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX `contract_change_contract` ON `contract_change` (`contract_id`);--> statement-breakpoint
CREATE TABLE `recovery` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`amount` integer NOT NULL,
	`year` integer NOT NULL,
	`no` text NOT NULL,
	`received_on` text NOT NULL,
	`registered_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recovery_amount" CHECK("recovery"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_ref` ON `recovery` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_receipt` ON `recovery` (`year`,`no`);--> statement-breakpoint
CREATE INDEX `recovery_contract` ON `recovery` (`contract_id`);--> statement-breakpoint
CREATE TABLE `buyer_check` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`failed` text NOT NULL,
	`words` text,
	`checked_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `buyer_check_once` ON `buyer_check` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `buyer_check_tender` ON `buyer_check` (`tender_id`);--> statement-breakpoint
CREATE TABLE `evaluation_version` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`version` integer NOT NULL,
	`ground` text NOT NULL,
	`words` text NOT NULL,
	`report` text NOT NULL,
	`report_hash` text NOT NULL,
	`report_at` integer NOT NULL,
	`signatures` text NOT NULL,
	`reopened_by` text NOT NULL,
	`reopened_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluation_version_order` ON `evaluation_version` (`tender_id`,`version`);--> statement-breakpoint
CREATE TABLE `expert_kin` (
	`id` text PRIMARY KEY NOT NULL,
	`expert_id` text NOT NULL,
	`person_id` text NOT NULL,
	`relation` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`expert_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `expert_kin_once` ON `expert_kin` (`expert_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `expert_standing` (
	`id` text PRIMARY KEY NOT NULL,
	`expert_id` text NOT NULL,
	`kind` text NOT NULL,
	`ground` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	`noted_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`expert_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `expert_standing_expert` ON `expert_standing` (`expert_id`);--> statement-breakpoint
CREATE TABLE `panel_draw` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`seed` text NOT NULL,
	`pool` text NOT NULL,
	`list_hash` text NOT NULL,
	`left_out` text NOT NULL,
	`passed` text NOT NULL,
	`experts` integer NOT NULL,
	`field` text,
	`drawn_by` text NOT NULL,
	`drawn_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_draw_tender` ON `panel_draw` (`tender_id`);--> statement-breakpoint
CREATE TABLE `price_correction` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`readings` text NOT NULL,
	`steps` text NOT NULL,
	`was` integer NOT NULL,
	`corrected` integer NOT NULL,
	`words` text NOT NULL,
	`found_by` text NOT NULL,
	`found_at` integer NOT NULL,
	`agreed_at` integer,
	`agreed_by` text NOT NULL,
	`due_at` integer,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`found_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `price_correction_once` ON `price_correction` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `price_correction_tender` ON `price_correction` (`tender_id`);--> statement-breakpoint
CREATE TABLE `score_change` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`ground` text NOT NULL,
	`was` real NOT NULL,
	`now` real NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `score_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `score_change_tender` ON `score_change` (`tender_id`);--> statement-breakpoint
CREATE TABLE `supplement` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`items` text NOT NULL,
	`wanted` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`words` text,
	`file_id` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supplement_once` ON `supplement` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `supplement_tender` ON `supplement` (`tender_id`);--> statement-breakpoint
CREATE TABLE `framework_item` (
	`id` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`price` integer NOT NULL,
	`quality` text NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_item_order` ON `framework_item` (`framework_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `framework_provider` (
	`id` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`applied_by` text NOT NULL,
	`applied_at` integer NOT NULL,
	`review_by` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`signed_by` text,
	`signed_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_provider_once` ON `framework_provider` (`framework_id`,`supplier_id`);--> statement-breakpoint
CREATE TABLE `framework` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`plan_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`title` text NOT NULL,
	`conditions` text NOT NULL,
	`for_whom` text NOT NULL,
	`age_from` integer,
	`ceiling` integer NOT NULL,
	`per_person` integer,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`state` text NOT NULL,
	`drafted_by` text NOT NULL,
	`published_by` text,
	`published_at` integer,
	`closed_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_ref` ON `framework` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `framework_plan` ON `framework` (`plan_id`);--> statement-breakpoint
CREATE INDEX `framework_state` ON `framework` (`state`);--> statement-breakpoint
CREATE TABLE `kinship` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`relation` text NOT NULL,
	`consent` text NOT NULL,
	`community_id` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kinship_person` ON `kinship` (`person_id`);--> statement-breakpoint
CREATE INDEX `kinship_agent` ON `kinship` (`agent_id`);--> statement-breakpoint
CREATE TABLE `service_order` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`framework_id` text NOT NULL,
	`item_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`person_id` text NOT NULL,
	`placed_by` text NOT NULL,
	`quantity` integer NOT NULL,
	`amount` integer NOT NULL,
	`wished_on` text NOT NULL,
	`words_sealed` text,
	`state` text NOT NULL,
	`placed_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`done_at` integer,
	`done_by` text,
	`done_on` text,
	`closed_at` integer,
	`closed_by` text,
	`reason` text,
	`settlement_id` text,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `framework_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `framework_provider`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_order_ref` ON `service_order` (`ref_no`);--> statement-breakpoint
CREATE INDEX `service_order_framework` ON `service_order` (`framework_id`,`state`);--> statement-breakpoint
CREATE INDEX `service_order_person` ON `service_order` (`person_id`);--> statement-breakpoint
CREATE INDEX `service_order_supplier` ON `service_order` (`supplier_id`,`state`);--> statement-breakpoint
CREATE TABLE `minor_part` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`amount` integer NOT NULL,
	`state` text NOT NULL,
	`reported_by` text,
	`reported_at` integer,
	`finding` text,
	`accepted_by` text,
	`accepted_at` integer,
	`voucher_no` text,
	`paid_by` text,
	`paid_at` integer,
	`reason` text,
	FOREIGN KEY (`work_id`) REFERENCES `minor_work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minor_part_order` ON `minor_part` (`work_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `minor_quote` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`sealed` text NOT NULL,
	`channel` text NOT NULL,
	`entered_by` text NOT NULL,
	`at` integer NOT NULL,
	`price` integer,
	`days` integer,
	`words` text,
	`chosen_at` integer,
	`set_aside_at` integer,
	`set_aside_reason` text,
	FOREIGN KEY (`work_id`) REFERENCES `minor_work`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minor_quote_once` ON `minor_quote` (`work_id`,`supplier_id`);--> statement-breakpoint
CREATE TABLE `minor_work` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`plan_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`list` text NOT NULL,
	`ceiling` integer NOT NULL,
	`quotes_until` integer NOT NULL,
	`state` text NOT NULL,
	`drafted_by` text NOT NULL,
	`called_by` text,
	`called_at` integer,
	`quote_id` text,
	`price` integer,
	`chosen_by` text,
	`chosen_at` integer,
	`reason` text,
	`signed_by` text,
	`signed_at` integer,
	`end_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minor_work_ref` ON `minor_work` (`ref_no`);--> statement-breakpoint
CREATE INDEX `minor_work_plan` ON `minor_work` (`plan_id`);--> statement-breakpoint
CREATE INDEX `minor_work_state` ON `minor_work` (`state`);--> statement-breakpoint
CREATE TABLE `flag_look` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`subject` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `flag_look_subject` ON `flag_look` (`code`,`subject`);--> statement-breakpoint
CREATE TABLE `ocds_profile` (
	`version` integer PRIMARY KEY NOT NULL,
	`prefix` text NOT NULL,
	`registered` integer NOT NULL,
	`publisher` text NOT NULL,
	`origin` text NOT NULL,
	`license` text NOT NULL,
	`set_by` text,
	`set_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ocds_release` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`ocid` text NOT NULL,
	`seq` integer NOT NULL,
	`tag` text NOT NULL,
	`plan_id` text NOT NULL,
	`tender_id` text,
	`at` integer NOT NULL,
	`json` text NOT NULL,
	`sha256` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ocds_release_id` ON `ocds_release` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ocds_release_seq` ON `ocds_release` (`ocid`,`seq`);--> statement-breakpoint
CREATE INDEX `ocds_release_plan` ON `ocds_release` (`plan_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `cabinet` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`sealed` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cabinet_party` ON `cabinet` (`party_id`);--> statement-breakpoint
CREATE TABLE `consortium_member` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`party_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`consented_at` integer,
	`consented_by` text,
	`terms_hash` text,
	`sits_in` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consortium_member_once` ON `consortium_member` (`proposal_id`,`party_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `consortium_member_sits` ON `consortium_member` (`sits_in`);--> statement-breakpoint
CREATE INDEX `consortium_member_party` ON `consortium_member` (`party_id`);--> statement-breakpoint
CREATE TABLE `calendar_change` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`holidays` text NOT NULL,
	`workdays` text NOT NULL,
	`source` text NOT NULL,
	`entered_by` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_change_version` ON `calendar_change` (`year`,`version`);--> statement-breakpoint
CREATE TABLE `journal_seal` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	`lines` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `seal_leaf` (
	`leaf` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `seal_leaf_day` ON `seal_leaf` (`day`,`leaf`);--> statement-breakpoint
CREATE TABLE `tender_keeper` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`named_at` integer NOT NULL,
	`confirmed_at` integer,
	`public_key` text,
	`key_locked` text,
	`tried_at` integer,
	`printed_at` integer,
	`proved_at` integer,
	`lost_at` integer,
	`lent_at` integer,
	`opened_at` integer,
	`signed_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_keeper_order` ON `tender_keeper` (`tender_id`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `tender_keeper_once` ON `tender_keeper` (`tender_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `tender_keeper_person` ON `tender_keeper` (`person_id`);--> statement-breakpoint
CREATE TABLE `tender_key` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`envelope` text NOT NULL,
	`public_key` text NOT NULL,
	`probe` text NOT NULL,
	`made_at` integer NOT NULL,
	`tried_at` integer,
	`opened_at` integer,
	`record` text,
	`record_hash` text,
	`record_signature` text,
	`rechecked_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_key_envelope` ON `tender_key` (`tender_id`,`envelope`);--> statement-breakpoint
CREATE TABLE `tender_share` (
	`id` text PRIMARY KEY NOT NULL,
	`keeper_id` text NOT NULL,
	`envelope` text NOT NULL,
	`share_sealed` text NOT NULL,
	`share_probe` text NOT NULL,
	`lent` text,
	FOREIGN KEY (`keeper_id`) REFERENCES `tender_keeper`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_share_envelope` ON `tender_share` (`keeper_id`,`envelope`);--> statement-breakpoint
CREATE TABLE `round_box` (
	`round_id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`key_made_at` integer NOT NULL,
	`signing_key` text,
	`probe` text NOT NULL,
	`tried_at` integer,
	`closed_at` integer,
	`root` text,
	`leaves` integer,
	`replaced` integer,
	`replaced_hash` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `superseded_ballot` (
	`leaf` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `superseded_ballot_round` ON `superseded_ballot` (`round_id`,`leaf`);--> statement-breakpoint
CREATE TABLE `trustee` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`named_at` integer NOT NULL,
	`confirmed_at` integer,
	`public_key` text,
	`key_locked` text,
	`share_sealed` text,
	`share_offered` text,
	`offered_at` integer,
	`tried_at` integer,
	`printed_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trustee_order` ON `trustee` (`round_id`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `trustee_once` ON `trustee` (`round_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `trustee_person` ON `trustee` (`person_id`);--> statement-breakpoint
CREATE TABLE `household_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`roll_entry_id` text NOT NULL,
	`claimant` text NOT NULL,
	`reason` text NOT NULL,
	`raised_by` text,
	`raised_at` integer NOT NULL,
	`outcome` text,
	`ground` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`roll_entry_id`) REFERENCES `roll_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `household_claim_round` ON `household_claim` (`round_id`);--> statement-breakpoint
CREATE INDEX `household_claim_entry` ON `household_claim` (`roll_entry_id`);--> statement-breakpoint
CREATE TABLE `round_body` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`bloc` text NOT NULL,
	`party_id` text NOT NULL,
	`choices` text,
	`abstained` text,
	`cast_by` text,
	`cast_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_body_once` ON `round_body` (`round_id`,`party_id`);--> statement-breakpoint
CREATE INDEX `round_body_party` ON `round_body` (`party_id`);--> statement-breakpoint
CREATE TABLE `round_file` (
	`round_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`unit` text NOT NULL,
	`instance` text NOT NULL,
	`currency` text,
	`counted` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_version` (
	`round_id` text NOT NULL,
	`version` integer NOT NULL,
	`manifest` text NOT NULL,
	`seal_hash` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`unsealed_at` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`round_id`, `version`),
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `enrolment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`word_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`issued_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enrolment_person` ON `enrolment` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `annual_inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`year` integer NOT NULL,
	`result` text NOT NULL,
	`concluded_on` text NOT NULL,
	`entered_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `annual_inspection_year` ON `annual_inspection` (`party_id`,`year`);--> statement-breakpoint
CREATE TABLE `listing` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`list` text NOT NULL,
	`from_date` text NOT NULL,
	`ground` text NOT NULL,
	`entered_by` text,
	`to_date` text,
	`lift_ground` text,
	`lifted_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_party` ON `listing` (`party_id`);--> statement-breakpoint
CREATE TABLE `sanction` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`party_id` text NOT NULL,
	`ground` text NOT NULL,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`reported_by` text NOT NULL,
	`reporter_id` text NOT NULL,
	`reported_at` integer NOT NULL,
	`served_by` text,
	`served_at` integer,
	`defence_ends_at` integer,
	`defence` text,
	`defended_by` text,
	`defended_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`decision` text,
	`from_date` text,
	`to_date` text,
	`lifted_by` text,
	`lifted_on` text,
	`lift_ground` text,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sanction_ref` ON `sanction` (`ref_no`);--> statement-breakpoint
CREATE INDEX `sanction_party` ON `sanction` (`party_id`);--> statement-breakpoint
CREATE TABLE `sign_in_try` (
	`id` text PRIMARY KEY NOT NULL,
	`login_hash` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_try_at` ON `sign_in_try` (`at`);--> statement-breakpoint
CREATE INDEX `sign_in_try_login` ON `sign_in_try` (`login_hash`,`at`);--> statement-breakpoint
DROP INDEX `award_proposal`;--> statement-breakpoint
ALTER TABLE `award` ADD `run` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `award` ADD `alone` text;--> statement-breakpoint
ALTER TABLE `award` ADD `late_reason` text;--> statement-breakpoint
ALTER TABLE `award` ADD `ended_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `award_proposal` ON `award` (`proposal_id`,`run`);--> statement-breakpoint
DROP INDEX `contract_award`;--> statement-breakpoint
ALTER TABLE `contract` ADD `recovery_ground` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `terminated_by` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `year` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `contract` ADD `renews_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `contract_award` ON `contract` (`award_id`,`year`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_round_item` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`need_id` text,
	`ref_no` text,
	`title` text,
	`ordinal` integer NOT NULL,
	`cost` integer NOT NULL,
	`outcome` text,
	`reason` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_round_item`("id", "round_id", "need_id", "ordinal", "cost", "outcome", "reason") SELECT "id", "round_id", "need_id", "ordinal", "cost", "outcome", "reason" FROM `round_item`;--> statement-breakpoint
DROP TABLE `round_item`;--> statement-breakpoint
ALTER TABLE `__new_round_item` RENAME TO `round_item`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `round_item_once` ON `round_item` (`round_id`,`need_id`);--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `unit` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `demo` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `from_date` text DEFAULT '2025-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `until_date` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `entered_by` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `entered_at` integer;--> statement-breakpoint
ALTER TABLE `need` ADD `duty_id` text REFERENCES duty(id);--> statement-breakpoint
ALTER TABLE `need` ADD `duty_outside` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `need` ADD `split_from` text;--> statement-breakpoint
ALTER TABLE `need` ADD `starts_on` text;--> statement-breakpoint
ALTER TABLE `need` ADD `ends_on` text;--> statement-breakpoint
ALTER TABLE `need` ADD `searched` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `raised_by` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `photos` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `voice` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `voice_mime` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `duty_id` text REFERENCES duty(id);--> statement-breakpoint
ALTER TABLE `suggestion` ADD `duty_outside` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `office` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `refer_reason` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `referred_at` integer;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `returned_at` integer;--> statement-breakpoint
CREATE INDEX `suggestion_recent` ON `suggestion` (`community_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `suggestion_due` ON `suggestion` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `suggestion_need` ON `suggestion` (`need_id`);--> statement-breakpoint
ALTER TABLE `survey_answer` ADD `relation` text;--> statement-breakpoint
ALTER TABLE `survey_template` ADD `committee_id` text REFERENCES party(id);--> statement-breakpoint
ALTER TABLE `survey_template` ADD `based_on` text;--> statement-breakpoint
ALTER TABLE `survey` ADD `wave_of` text;--> statement-breakpoint
ALTER TABLE `survey` ADD `answer_limit` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `survey` ADD `two_entries` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `survey` ADD `min_age` integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE `amendment` ADD `sheet` text;--> statement-breakpoint
ALTER TABLE `amendment` ADD `by_rule` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `amendment` ADD `drafted_by` text;--> statement-breakpoint
ALTER TABLE `challenge` ADD `about` text DEFAULT 'result' NOT NULL;--> statement-breakpoint
ALTER TABLE `challenge` ADD `step` text;--> statement-breakpoint
ALTER TABLE `challenge` ADD `remedy` text;--> statement-breakpoint
ALTER TABLE `criterion` ADD `levels` text;--> statement-breakpoint
ALTER TABLE `method` ADD `late_answer` text DEFAULT 'blocks' NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `grade_scored` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `seal_mode` text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `two_envelopes` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `consortium` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `direct` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `framework` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `service` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `buyer_qualifies` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `reconfirm_days` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `confirm_days` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `term_months` integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `place_id` text;--> statement-breakpoint
ALTER TABLE `method` ADD `sheet_of` text;--> statement-breakpoint
ALTER TABLE `method` ADD `certainty` text DEFAULT 'M' NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `added_by` text;--> statement-breakpoint
ALTER TABLE `method` ADD `added_at` integer;--> statement-breakpoint
ALTER TABLE `method` ADD `ground` text;--> statement-breakpoint
ALTER TABLE `panel_vote` ADD `failed` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `no_employment` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `catalogue_id` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `years` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `years_reason` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `ex_ante` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_ground` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_words` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `sole_supplier_id` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_notice_on` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_notice_until` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `chain_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `proposal` ADD `sealed_price` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `seal_salt` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `words_hash` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `sealed_in` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `sent_from` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `broken_at` integer;--> statement-breakpoint
ALTER TABLE `question` ADD `affects` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `hash` text;--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `return_ground` text;--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `returned_for` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `qualification_items` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `acceptance_plan` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `public_interest` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `tender` ADD `market_survey` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `requirement_at` integer;--> statement-breakpoint
ALTER TABLE `tender` ADD `document_template_id` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `witness_id` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `witness_role` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `witnessed_at` integer;--> statement-breakpoint
ALTER TABLE `tender` ADD `end_ground` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `draw_sealed` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `draw_commit` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `seal_mode` text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE `tender` ADD `prices_opened_at` integer;--> statement-breakpoint
ALTER TABLE `payment` ADD `invoice_hash` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `invoice_file_id` text;--> statement-breakpoint
CREATE INDEX `payment_invoice` ON `payment` (`invoice_no`);--> statement-breakpoint
CREATE INDEX `payment_invoice_hash` ON `payment` (`invoice_hash`);--> statement-breakpoint
ALTER TABLE `calendar_year` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `file` ADD `dropped_at` integer;--> statement-breakpoint
CREATE INDEX `file_owner` ON `file` (`owner_id`);--> statement-breakpoint
CREATE INDEX `file_bytes` ON `file` (`sha256`);--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `representative` text;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `nonlocal` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `lived_months` integer;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `grid_id` text;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `building` text;--> statement-breakpoint
ALTER TABLE `round` ADD `level` text DEFAULT 'L1' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `ballot_kind` text DEFAULT 'approval' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `rule` text DEFAULT 'greedy_threshold' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `utility` text DEFAULT 'cost' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `completion` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `add_step` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `points_total` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `points_each` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `tie_order` text DEFAULT 'cost_votes_id' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `lot_seed` text;--> statement-breakpoint
ALTER TABLE `round` ADD `lot_at` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `min_age` integer DEFAULT 18 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `residence` text DEFAULT 'registered_or_living' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `residence_months` integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `blocs` text;--> statement-breakpoint
ALTER TABLE `round` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `resolution_id` text;--> statement-breakpoint
ALTER TABLE `round` ADD `rerun_of` text;--> statement-breakpoint
ALTER TABLE `round` ADD `manifest` text;--> statement-breakpoint
ALTER TABLE `place` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `expert` ADD `employer_id` text;--> statement-breakpoint
ALTER TABLE `expert` ADD `expertise` text;--> statement-breakpoint
ALTER TABLE `party` ADD `certificate_until` text;--> statement-breakpoint
ALTER TABLE `party` ADD `deregistered_on` text;--> statement-breakpoint
ALTER TABLE `party` ADD `registration` text;--> statement-breakpoint
ALTER TABLE `party` ADD `supervisor_name` text;--> statement-breakpoint
ALTER TABLE `party` ADD `decoupled_on` text;--> statement-breakpoint
ALTER TABLE `party` ADD `filed_with` text;--> statement-breakpoint
ALTER TABLE `party` ADD `filed_on` text;--> statement-breakpoint
ALTER TABLE `party` ADD `reconfirmed_on` text;--> statement-breakpoint
ALTER TABLE `seat` ADD `awaits` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `seat` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `seat` ADD `confirmed_at` integer;--> statement-breakpoint
CREATE INDEX `ledger_entry_at` ON `ledger_entry` (`at`);