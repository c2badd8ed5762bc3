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
	`state` text NOT NULL,
	`filed_at` integer NOT NULL,
	`accepted_by` text,
	`accepted_at` integer,
	`due_at` integer,
	`outcome` text,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenge`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_challenge` ON `complaint` (`challenge_id`);--> statement-breakpoint
CREATE INDEX `complaint_tender` ON `complaint` (`tender_id`);--> statement-breakpoint
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
CREATE TABLE `journal_seal` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	`lines` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE `sign_in_try` (
	`id` text PRIMARY KEY NOT NULL,
	`login_hash` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_try_at` ON `sign_in_try` (`at`);--> statement-breakpoint
CREATE INDEX `sign_in_try_login` ON `sign_in_try` (`login_hash`,`at`);--> statement-breakpoint
ALTER TABLE `need` ADD `split_from` text;--> statement-breakpoint
ALTER TABLE `need` ADD `starts_on` text;--> statement-breakpoint
ALTER TABLE `need` ADD `ends_on` text;--> statement-breakpoint
ALTER TABLE `need` ADD `searched` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `raised_by` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `photos` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `voice` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `voice_mime` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `duty_id` text REFERENCES duty(id);--> statement-breakpoint
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
ALTER TABLE `amendment` ADD `drafted_by` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `chain_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tender` ADD `witness_id` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `witness_role` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `witnessed_at` integer;--> statement-breakpoint
ALTER TABLE `contract` ADD `recovery_ground` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `terminated_by` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `invoice_hash` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `invoice_file_id` text;--> statement-breakpoint
CREATE INDEX `payment_invoice` ON `payment` (`invoice_no`);--> statement-breakpoint
CREATE INDEX `payment_invoice_hash` ON `payment` (`invoice_hash`);--> statement-breakpoint
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
ALTER TABLE `round` ADD `rerun_of` text;--> statement-breakpoint
ALTER TABLE `round` ADD `manifest` text;--> statement-breakpoint
ALTER TABLE `place` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `seat` ADD `awaits` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `seat` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `seat` ADD `confirmed_at` integer;--> statement-breakpoint
CREATE INDEX `ledger_entry_at` ON `ledger_entry` (`at`);