CREATE TABLE `year_statement` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`other_income` integer NOT NULL,
	`other_gifts` integer NOT NULL,
	`spent` text NOT NULL,
	`other_service` integer NOT NULL,
	`management` integer NOT NULL,
	`fundraising` integer NOT NULL,
	`other_costs` integer NOT NULL,
	`gifts_spent` integer NOT NULL,
	`gift_use` text NOT NULL,
	`auditor` text,
	`audit_no` text,
	`filed_by` text NOT NULL,
	`filed_at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "year_statement_management" CHECK("year_statement"."management" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `year_statement_version` ON `year_statement` (`party_id`,`year`,`version`);--> statement-breakpoint
CREATE TABLE `approval_delegation` (
	`id` text PRIMARY KEY NOT NULL,
	`street_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`community_id` text NOT NULL,
	`version` integer NOT NULL,
	`line_id` text NOT NULL,
	`per_purchase` integer NOT NULL,
	`per_year` integer NOT NULL,
	`categories` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`source` text NOT NULL,
	`mark` text DEFAULT 'M' NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	`withdraw_ground` text,
	FOREIGN KEY (`street_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_delegation_version` ON `approval_delegation` (`street_id`,`committee_id`,`version`);--> statement-breakpoint
CREATE TABLE `care_complaint` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`order_id` text NOT NULL,
	`care_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`state` text NOT NULL,
	`words_sealed` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`reply_sealed` text,
	`replied_by` text,
	`replied_at` integer,
	`ruling_sealed` text,
	`ruled_by` text,
	`ruled_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `service_order`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`care_id`) REFERENCES `care`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_complaint_ref` ON `care_complaint` (`ref_no`);--> statement-breakpoint
CREATE INDEX `care_complaint_order` ON `care_complaint` (`order_id`);--> statement-breakpoint
CREATE INDEX `care_complaint_supplier` ON `care_complaint` (`supplier_id`,`state`);--> statement-breakpoint
CREATE TABLE `care_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`care_id` text NOT NULL,
	`month` text NOT NULL,
	`out` text NOT NULL,
	`into` text NOT NULL,
	`amount` integer NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`care_id`) REFERENCES `care`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "care_entry_amount" CHECK("care_entry"."amount" > 0),
	CONSTRAINT "care_entry_sides" CHECK("care_entry"."out" <> "care_entry"."into")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_entry_source` ON `care_entry` (`source`);--> statement-breakpoint
CREATE INDEX `care_entry_month` ON `care_entry` (`care_id`,`month`);--> statement-breakpoint
CREATE TABLE `care_form` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`from_date` text NOT NULL,
	`source` text NOT NULL,
	`questions` text NOT NULL,
	`levels` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_form_version` ON `care_form` (`version`);--> statement-breakpoint
CREATE TABLE `care_visit` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`care_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`month` text NOT NULL,
	`held` integer NOT NULL,
	`hour` text NOT NULL,
	`aide_id` text,
	`checked_in_at` integer,
	`checked_in_via` text,
	`checked_in_by` text,
	`left_at` integer,
	`confirmed_via` text,
	`sheet_no` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`turn` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `service_order`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`care_id`) REFERENCES `care`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_visit_order` ON `care_visit` (`order_id`);--> statement-breakpoint
CREATE INDEX `care_visit_care` ON `care_visit` (`care_id`);--> statement-breakpoint
CREATE INDEX `care_visit_aide` ON `care_visit` (`aide_id`);--> statement-breakpoint
CREATE INDEX `care_visit_supplier` ON `care_visit` (`supplier_id`);--> statement-breakpoint
CREATE TABLE `care` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`framework_id` text NOT NULL,
	`person_id` text NOT NULL,
	`applied_by` text NOT NULL,
	`applied_at` integer NOT NULL,
	`lives_alone` integer NOT NULL,
	`low_income` integer NOT NULL,
	`address_sealed` text NOT NULL,
	`state` text NOT NULL,
	`form_id` text,
	`answers_sealed` text,
	`points` integer,
	`level` text,
	`assessed_by` text,
	`assessed_at` integer,
	`unit` text,
	`monthly` integer,
	`from_date` text,
	`to_date` text,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`code_turn` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `care_form`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_ref` ON `care` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `care_live` ON `care` (`framework_id`,`person_id`) WHERE state in ('applied', 'assessed', 'granted');--> statement-breakpoint
CREATE INDEX `care_person` ON `care` (`person_id`);--> statement-breakpoint
CREATE INDEX `care_state` ON `care` (`state`);--> statement-breakpoint
CREATE TABLE `activity_session` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`entry_id` text,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `diary_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_session_code` ON `activity_session` (`code`);--> statement-breakpoint
CREATE INDEX `activity_session_contract` ON `activity_session` (`contract_id`);--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`worker_id` text NOT NULL,
	`state` text NOT NULL,
	`goal_sealed` text NOT NULL,
	`closing_sealed` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`worker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_file_ref` ON `case_file` (`ref_no`);--> statement-breakpoint
CREATE INDEX `case_file_worker` ON `case_file` (`worker_id`,`state`);--> statement-breakpoint
CREATE INDEX `case_file_contract` ON `case_file` (`contract_id`);--> statement-breakpoint
CREATE TABLE `case_note` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`words_sealed` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `diary_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_note_case` ON `case_note` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_note_entry` ON `case_note` (`entry_id`);--> statement-breakpoint
CREATE TABLE `cpd_record` (
	`id` text PRIMARY KEY NOT NULL,
	`worker_id` text NOT NULL,
	`held_on` text NOT NULL,
	`title` text NOT NULL,
	`hours` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	FOREIGN KEY (`worker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cpd_record_worker` ON `cpd_record` (`worker_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `session_arrival` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`via` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `activity_session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_arrival_once` ON `session_arrival` (`session_id`,`service_user_id`);--> statement-breakpoint
CREATE TABLE `fundraising_certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`no` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`entered_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fundraising_certificate_no` ON `fundraising_certificate` (`no`);--> statement-breakpoint
CREATE TABLE `gift` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`pot_id` text NOT NULL,
	`kind` text NOT NULL,
	`payer_id` text NOT NULL,
	`payer_party_id` text,
	`shown_as` text,
	`amount` integer NOT NULL,
	`agreement` text NOT NULL,
	`agreement_hash` text NOT NULL,
	`state` text NOT NULL,
	`pledged_at` integer NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`decline_reason` text,
	`withdrawn_at` integer,
	`received_at` integer,
	`released_by` text,
	`released_at` integer,
	`refunded_by` text,
	`refunded_at` integer,
	`refund_reason` text,
	FOREIGN KEY (`pot_id`) REFERENCES `pot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gift_amount" CHECK("gift"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gift_ref` ON `gift` (`ref_no`);--> statement-breakpoint
CREATE INDEX `gift_pot` ON `gift` (`pot_id`);--> statement-breakpoint
CREATE INDEX `gift_payer` ON `gift` (`payer_id`);--> statement-breakpoint
CREATE TABLE `payee_account` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`party_id` text NOT NULL,
	`ref` text,
	`ready` integer DEFAULT 0 NOT NULL,
	`asked_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payee_account_once` ON `payee_account` (`provider`,`party_id`);--> statement-breakpoint
CREATE TABLE `payment_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`fact_id` text NOT NULL,
	`kind` text NOT NULL,
	`fact_key` text NOT NULL,
	`payment_id` text NOT NULL,
	`amount` integer NOT NULL,
	`fee` integer,
	`proof` text NOT NULL,
	`happened_at` integer NOT NULL,
	`reason` text,
	`booked_at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_fact_once` ON `payment_fact` (`provider`,`fact_id`);--> statement-breakpoint
CREATE INDEX `payment_fact_payment` ON `payment_fact` (`payment_id`);--> statement-breakpoint
CREATE INDEX `payment_fact_at` ON `payment_fact` (`happened_at`);--> statement-breakpoint
CREATE TABLE `pot` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`milestone_id` text NOT NULL,
	`receiver_id` text NOT NULL,
	`line_id` text NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`wanted` integer NOT NULL,
	`state` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`certificate_no` text,
	`filing_no` text,
	`platform` text,
	`platform_url` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestone`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pot_wanted" CHECK("pot"."wanted" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pot_ref` ON `pot` (`ref_no`);--> statement-breakpoint
CREATE INDEX `pot_contract` ON `pot` (`contract_id`);--> statement-breakpoint
CREATE TABLE `provider_call` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`call_key` text NOT NULL,
	`kind` text NOT NULL,
	`gift_id` text,
	`payment_id` text,
	`party_id` text,
	`amount` integer,
	`of_key` text,
	`reason` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`ref` text,
	`go_to` text,
	`last_error` text,
	`not_before` integer,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`gift_id`) REFERENCES `gift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payment_id`) REFERENCES `payment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_call_key` ON `provider_call` (`provider`,`call_key`);--> statement-breakpoint
CREATE INDEX `provider_call_state` ON `provider_call` (`state`);--> statement-breakpoint
CREATE INDEX `provider_call_gift` ON `provider_call` (`gift_id`);--> statement-breakpoint
CREATE INDEX `provider_call_payment` ON `provider_call` (`payment_id`);--> statement-breakpoint
CREATE TABLE `provider_event` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`about` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_event_once` ON `provider_event` (`provider`,`event_id`);--> statement-breakpoint
CREATE INDEX `provider_event_state` ON `provider_event` (`state`);--> statement-breakpoint
CREATE TABLE `provider_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`fact_id` text NOT NULL,
	`kind` text NOT NULL,
	`fact_key` text NOT NULL,
	`gift_id` text NOT NULL,
	`amount` integer NOT NULL,
	`fee` integer,
	`proof` text NOT NULL,
	`happened_at` integer NOT NULL,
	`settled_amount` integer,
	`settled_currency` text,
	`rate` real,
	`reason` text,
	`booked_at` integer NOT NULL,
	FOREIGN KEY (`gift_id`) REFERENCES `gift`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_fact_once` ON `provider_fact` (`provider`,`fact_id`);--> statement-breakpoint
CREATE INDEX `provider_fact_gift` ON `provider_fact` (`gift_id`);--> statement-breakpoint
CREATE INDEX `provider_fact_at` ON `provider_fact` (`happened_at`);--> statement-breakpoint
CREATE TABLE `reconciliation` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`day` text NOT NULL,
	`matched` integer NOT NULL,
	`differing` integer NOT NULL,
	`rows` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliation_day` ON `reconciliation` (`provider`,`day`);--> statement-breakpoint
CREATE TABLE `stand_in` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contract_template` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`clauses` text NOT NULL,
	`basis` text NOT NULL,
	`from_date` text NOT NULL,
	`hash` text NOT NULL,
	`ground` text,
	`revised_by` text,
	`at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_template_version` ON `contract_template` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`seat_id` text NOT NULL,
	`role` text NOT NULL,
	`party_id` text NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`matters` text NOT NULL,
	`words` text NOT NULL,
	`hash` text NOT NULL,
	`signed_at` integer NOT NULL,
	`received_at` integer,
	`state` text DEFAULT 'signed' NOT NULL,
	`signed_by` text,
	`ground` text,
	`returned_at` integer,
	`return_words` text,
	FOREIGN KEY (`seat_id`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_ref` ON `handover` (`ref_no`);--> statement-breakpoint
CREATE INDEX `handover_seat` ON `handover` (`seat_id`);--> statement-breakpoint
CREATE INDEX `handover_party` ON `handover` (`party_id`);--> statement-breakpoint
CREATE TABLE `joint_log` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`month` text NOT NULL,
	`sector` text NOT NULL,
	`words` text NOT NULL,
	`written_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `joint_log_once` ON `joint_log` (`contract_id`,`month`,`sector`);--> statement-breakpoint
CREATE TABLE `onward_payment` (
	`id` text PRIMARY KEY NOT NULL,
	`subcontract_id` text NOT NULL,
	`amount` integer NOT NULL,
	`paid_on` text NOT NULL,
	`receipt_no` text NOT NULL,
	`registered_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`subcontract_id`) REFERENCES `subcontract`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "onward_payment_amount" CHECK("onward_payment"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `onward_payment_receipt` ON `onward_payment` (`subcontract_id`,`receipt_no`);--> statement-breakpoint
CREATE TABLE `subcontract` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`state` text NOT NULL,
	`party_id` text NOT NULL,
	`part` text NOT NULL,
	`indicators` text NOT NULL,
	`percent` integer NOT NULL,
	`reason` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`hash` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subcontract_percent" CHECK("subcontract"."percent" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subcontract_ref` ON `subcontract` (`ref_no`);--> statement-breakpoint
CREATE INDEX `subcontract_contract` ON `subcontract` (`contract_id`);--> statement-breakpoint
CREATE TABLE `bank_line` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`line_no` integer NOT NULL,
	`voucher_year` integer NOT NULL,
	`voucher_no` text NOT NULL,
	`payee_name` text NOT NULL,
	`amount` integer NOT NULL,
	`outcome` text NOT NULL,
	`receipt_no` text NOT NULL,
	`on_date` text NOT NULL,
	`reason` text,
	`state` text NOT NULL,
	`why` text,
	`payment_id` text,
	`settlement_id` text,
	`settled_by` text,
	`settled_at` integer,
	`settle_reason` text,
	FOREIGN KEY (`list_id`) REFERENCES `bank_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payment_id`) REFERENCES `payment`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bank_line_amount" CHECK("bank_line"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_line_once` ON `bank_line` (`buyer_id`,`receipt_no`);--> statement-breakpoint
CREATE INDEX `bank_line_list` ON `bank_line` (`list_id`);--> statement-breakpoint
CREATE INDEX `bank_line_waiting` ON `bank_line` (`buyer_id`,`state`);--> statement-breakpoint
CREATE TABLE `bank_list` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`buyer_id` text NOT NULL,
	`hash` text NOT NULL,
	`lines` integer NOT NULL,
	`matched` integer NOT NULL,
	`brought_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_list_ref` ON `bank_list` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `bank_list_once` ON `bank_list` (`buyer_id`,`hash`);--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`state` text NOT NULL,
	`words` text NOT NULL,
	`changes` text,
	`days` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`confirmed_by` text,
	`asked_at` integer,
	`due_at` integer,
	`asked_ids` text,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_tender` ON `consultation` (`tender_id`);--> statement-breakpoint
CREATE TABLE `final_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`draft_sealed` text,
	`sealed` text,
	`seal_hash` text,
	`seal_salt` text,
	`words_hash` text,
	`sealed_in` text,
	`receipt_no` text,
	`submitted_by` text,
	`submitted_at` integer,
	`price` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `final_offer_once` ON `final_offer` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `final_offer_tender` ON `final_offer` (`tender_id`);--> statement-breakpoint
CREATE TABLE `printout` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`hash` text NOT NULL,
	`issued_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `printout_hash` ON `printout` (`hash`);--> statement-breakpoint
CREATE INDEX `printout_subject` ON `printout` (`kind`,`subject`);--> statement-breakpoint
CREATE TABLE `appraisal_item` (
	`round_item_id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`contract_id` text NOT NULL,
	FOREIGN KEY (`round_item_id`) REFERENCES `round_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appraisal_item_contract` ON `appraisal_item` (`contract_id`);--> statement-breakpoint
CREATE TABLE `appraisal_work` (
	`round_item_id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`work_id` text NOT NULL,
	FOREIGN KEY (`round_item_id`) REFERENCES `round_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`work_id`) REFERENCES `minor_work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appraisal_work_of` ON `appraisal_work` (`appraisal_id`);--> statement-breakpoint
CREATE INDEX `appraisal_work_work` ON `appraisal_work` (`work_id`);--> statement-breakpoint
CREATE TABLE `appraisal` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`community_id` text NOT NULL,
	`year` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisal_round` ON `appraisal` (`round_id`);--> statement-breakpoint
CREATE INDEX `appraisal_community` ON `appraisal` (`community_id`,`year`);--> statement-breakpoint
CREATE TABLE `merit` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`kind` text NOT NULL,
	`ranking_id` text NOT NULL,
	`party_id` text NOT NULL,
	`words` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`ranking_id`) REFERENCES `ranking`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merit_once` ON `merit` (`ranking_id`,`party_id`,`kind`);--> statement-breakpoint
CREATE INDEX `merit_party` ON `merit` (`party_id`);--> statement-breakpoint
CREATE TABLE `order_fix` (
	`id` text PRIMARY KEY NOT NULL,
	`rating_id` text NOT NULL,
	`framework_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`rater_words` text,
	`closed_at` integer,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`rating_id`) REFERENCES `order_rating`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_fix_rating` ON `order_fix` (`rating_id`);--> statement-breakpoint
CREATE INDEX `order_fix_supplier` ON `order_fix` (`supplier_id`,`state`);--> statement-breakpoint
CREATE INDEX `order_fix_framework` ON `order_fix` (`framework_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `order_rating` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`framework_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`level` integer NOT NULL,
	`words` text,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `service_order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_rating_once` ON `order_rating` (`order_id`);--> statement-breakpoint
CREATE INDEX `order_rating_supplier` ON `order_rating` (`supplier_id`,`level`);--> statement-breakpoint
CREATE INDEX `order_rating_framework` ON `order_rating` (`framework_id`,`supplier_id`,`level`);--> statement-breakpoint
CREATE TABLE `oversight` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`street_id` text NOT NULL,
	`ruler_id` text NOT NULL,
	`matter` text NOT NULL,
	`matter_id` text NOT NULL,
	`matter_title` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` integer NOT NULL,
	`answer_due_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`settled_at` integer,
	`escalation` text,
	`escalated_at` integer,
	`ruling_due_at` integer,
	`upheld` integer,
	`ruling` text,
	`ruled_by` text,
	`ruled_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `oversight_ref` ON `oversight` (`ref_no`);--> statement-breakpoint
CREATE INDEX `oversight_committee` ON `oversight` (`committee_id`,`state`);--> statement-breakpoint
CREATE TABLE `rank_formula` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`weights` text NOT NULL,
	`words` text NOT NULL,
	`from_date` text NOT NULL,
	`adopted_by` text NOT NULL,
	`adopted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rank_formula_version` ON `rank_formula` (`kind`,`version`);--> statement-breakpoint
CREATE TABLE `rank_objection` (
	`id` text PRIMARY KEY NOT NULL,
	`ranking_id` text NOT NULL,
	`party_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` integer NOT NULL,
	`answer` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`ranking_id`) REFERENCES `ranking`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rank_objection_once` ON `rank_objection` (`ranking_id`,`party_id`);--> statement-breakpoint
CREATE TABLE `ranking` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`formula_version` integer NOT NULL,
	`weights` text NOT NULL,
	`lines` text NOT NULL,
	`corrects` text,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	`objections_until` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_ref` ON `ranking` (`ref_no`);--> statement-breakpoint
CREATE INDEX `ranking_period` ON `ranking` (`kind`,`period`);--> statement-breakpoint
CREATE TABLE `rating_look` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rating_look_subject` ON `rating_look` (`kind`,`subject`);--> statement-breakpoint
CREATE TABLE `settlement_voucher` (
	`id` text PRIMARY KEY NOT NULL,
	`settlement_id` text NOT NULL,
	`payer_id` text NOT NULL,
	`year` integer NOT NULL,
	`no` text NOT NULL,
	`dated` text NOT NULL,
	`sent_on` text NOT NULL,
	`kind` text NOT NULL,
	`payer_tail` text NOT NULL,
	`account_tail` text NOT NULL,
	`amount` integer NOT NULL,
	`scan_hash` text NOT NULL,
	`scan_file_id` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`returned_at` integer,
	`return_reason` text,
	FOREIGN KEY (`settlement_id`) REFERENCES `order_settlement`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "settlement_voucher_amount" CHECK("settlement_voucher"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `settlement_voucher_once` ON `settlement_voucher` (`year`,`no`,`payer_id`);--> statement-breakpoint
CREATE INDEX `settlement_voucher_of` ON `settlement_voucher` (`settlement_id`);--> statement-breakpoint
CREATE INDEX `settlement_voucher_scan` ON `settlement_voucher` (`scan_hash`);--> statement-breakpoint
CREATE TABLE `acceptance_item` (
	`id` text PRIMARY KEY NOT NULL,
	`acceptance_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`role` text NOT NULL,
	`as_claimed` integer NOT NULL,
	FOREIGN KEY (`acceptance_id`) REFERENCES `acceptance`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptance_item_once` ON `acceptance_item` (`acceptance_id`,`indicator_id`,`role`);--> statement-breakpoint
CREATE TABLE `acceptance_lot` (
	`id` text PRIMARY KEY NOT NULL,
	`acceptance_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`unreached` text,
	`unreached_by` text,
	`unreached_at` integer,
	FOREIGN KEY (`acceptance_id`) REFERENCES `acceptance`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptance_lot_once` ON `acceptance_lot` (`acceptance_id`,`service_user_id`);--> statement-breakpoint
CREATE TABLE `assessment_form` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`from_date` text NOT NULL,
	`source` text NOT NULL,
	`items` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_form_version` ON `assessment_form` (`kind`,`version`);--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`kind` text NOT NULL,
	`form_id` text NOT NULL,
	`seed` text NOT NULL,
	`list_hash` text NOT NULL,
	`size` integer NOT NULL,
	`state` text NOT NULL,
	`score` real,
	`grade` text,
	`words` text,
	`finding_id` text,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`published_by` text,
	`published_at` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `assessment_form`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_once` ON `assessment` (`contract_id`,`kind`);--> statement-breakpoint
CREATE TABLE `assessor` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`points` text,
	`total` real,
	`words` text,
	`declared_at` integer,
	`scored_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessor_once` ON `assessor` (`assessment_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `assessor_person` ON `assessor` (`person_id`);--> statement-breakpoint
CREATE TABLE `paper_check` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_plan_id` text NOT NULL,
	`book_entry_id` text,
	`settlement_voucher_id` text,
	`state` text NOT NULL,
	`words` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`visit_plan_id`) REFERENCES `visit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`book_entry_id`) REFERENCES `book_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settlement_voucher_id`) REFERENCES `settlement_voucher`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_check_entry` ON `paper_check` (`visit_plan_id`,`book_entry_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `paper_check_voucher` ON `paper_check` (`visit_plan_id`,`settlement_voucher_id`);--> statement-breakpoint
CREATE TABLE `visit_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`centre_id` text NOT NULL,
	`month` text NOT NULL,
	`seed` text NOT NULL,
	`risks` text NOT NULL,
	`figures` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`centre_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_plan_once` ON `visit_plan` (`centre_id`,`month`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_plan_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`why` text NOT NULL,
	`reason` text,
	`state` text NOT NULL,
	`visited_on` text,
	`present` integer,
	`asked` integer,
	`checks` text,
	`words` text,
	`finding_id` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`visit_plan_id`) REFERENCES `visit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_once` ON `visit` (`visit_plan_id`,`contract_id`) WHERE why <> 'unplanned';--> statement-breakpoint
CREATE INDEX `visit_contract` ON `visit` (`contract_id`);--> statement-breakpoint
CREATE TABLE `voucher_check` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_plan_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`voucher_id` text NOT NULL,
	`state` text NOT NULL,
	`words` text,
	`finding_id` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`visit_plan_id`) REFERENCES `visit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voucher_id`) REFERENCES `voucher`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_check_once` ON `voucher_check` (`visit_plan_id`,`voucher_id`);--> statement-breakpoint
CREATE INDEX `voucher_check_contract` ON `voucher_check` (`contract_id`);--> statement-breakpoint
CREATE TABLE `resource_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`resource_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`slot` text NOT NULL,
	FOREIGN KEY (`resource_id`) REFERENCES `resource`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `resource_booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_slot_once` ON `resource_slot` (`resource_id`,`slot`);--> statement-breakpoint
CREATE INDEX `resource_slot_booking` ON `resource_slot` (`booking_id`);--> statement-breakpoint
CREATE TABLE `resource_booking` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`resource_id` text NOT NULL,
	`person_id` text NOT NULL,
	`party_id` text,
	`purpose` text NOT NULL,
	`first_slot` text NOT NULL,
	`last_slot` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`returned_at` integer,
	`condition` text,
	FOREIGN KEY (`resource_id`) REFERENCES `resource`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_booking_ref` ON `resource_booking` (`ref_no`);--> statement-breakpoint
CREATE INDEX `resource_booking_resource` ON `resource_booking` (`resource_id`,`state`);--> statement-breakpoint
CREATE INDEX `resource_booking_person` ON `resource_booking` (`person_id`);--> statement-breakpoint
CREATE TABLE `hour_account` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`minutes` integer DEFAULT 0 NOT NULL,
	`opened_at` integer NOT NULL,
	`insured_until` text,
	`policy_no` text,
	`heir_id` text,
	`closed_at` integer,
	`closed_cause` text,
	`closed_ground` text,
	`closed_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hour_account_not_overdrawn" CHECK("hour_account"."kind" = 'issued' or "hour_account"."minutes" >= 0),
	CONSTRAINT "hour_account_owner" CHECK(("hour_account"."kind" = 'person') = ("hour_account"."person_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_account_person` ON `hour_account` (`person_id`);--> statement-breakpoint
CREATE TABLE `hour_bank` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text DEFAULT 'district' NOT NULL,
	`party_id` text NOT NULL,
	`ground` text NOT NULL,
	`appointed_by` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_bank_open` ON `hour_bank` (`scope`) WHERE until is null;--> statement-breakpoint
CREATE TABLE `hour_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`service_id` text,
	`reverses_id` text,
	`memo` text,
	`by_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_entry_source` ON `hour_entry` (`source`);--> statement-breakpoint
CREATE UNIQUE INDEX `hour_entry_reversed` ON `hour_entry` (`reverses_id`);--> statement-breakpoint
CREATE INDEX `hour_entry_service` ON `hour_entry` (`service_id`);--> statement-breakpoint
CREATE TABLE `hour_posting` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`account_id` text NOT NULL,
	`minutes` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `hour_account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hour_posting_minutes" CHECK("hour_posting"."minutes" <> 0)
);
--> statement-breakpoint
CREATE INDEX `hour_posting_entry` ON `hour_posting` (`entry_id`);--> statement-breakpoint
CREATE INDEX `hour_posting_account` ON `hour_posting` (`account_id`);--> statement-breakpoint
CREATE TABLE `hour_service` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`kind` text NOT NULL,
	`task` text NOT NULL,
	`words` text NOT NULL,
	`community_id` text,
	`host_id` text,
	`asker_id` text,
	`volunteer_id` text,
	`served_on` text NOT NULL,
	`planned` integer,
	`minutes` integer,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`taken_at` integer,
	`claimed_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`audited_by` text,
	`audited_at` integer,
	`audit_words` text,
	FOREIGN KEY (`host_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`volunteer_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hour_service_minutes" CHECK("hour_service"."minutes" > 0),
	CONSTRAINT "hour_service_planned" CHECK("hour_service"."planned" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_service_ref` ON `hour_service` (`ref_no`);--> statement-breakpoint
CREATE INDEX `hour_service_volunteer` ON `hour_service` (`volunteer_id`,`served_on`);--> statement-breakpoint
CREATE INDEX `hour_service_asker` ON `hour_service` (`asker_id`);--> statement-breakpoint
CREATE INDEX `hour_service_host` ON `hour_service` (`host_id`,`state`);--> statement-breakpoint
CREATE INDEX `hour_service_state` ON `hour_service` (`state`);--> statement-breakpoint
CREATE TABLE `partner_offer_use` (
	`id` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`person_id` text,
	`receiver_id` text,
	`quantity` integer NOT NULL,
	`code` text,
	`receipt_no` text,
	`state` text NOT NULL,
	`taken_at` integer NOT NULL,
	`counted_by` text,
	`counted_at` integer,
	FOREIGN KEY (`offer_id`) REFERENCES `partner_offer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_offer_use_quantity" CHECK("partner_offer_use"."quantity" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_use_once` ON `partner_offer_use` (`offer_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_use_code` ON `partner_offer_use` (`offer_id`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_use_receipt` ON `partner_offer_use` (`offer_id`,`receipt_no`);--> statement-breakpoint
CREATE TABLE `partner_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`party_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`plan_id` text,
	`framework_id` text,
	`quantity` integer NOT NULL,
	`unit_value` integer NOT NULL,
	`value_ground` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`state` text NOT NULL,
	`posted_by` text NOT NULL,
	`posted_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`ended_at` integer,
	`taken` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_offer_quantity" CHECK("partner_offer"."quantity" > 0),
	CONSTRAINT "partner_offer_taken" CHECK("partner_offer"."taken" >= 0 and "partner_offer"."taken" <= "partner_offer"."quantity"),
	CONSTRAINT "partner_offer_value" CHECK("partner_offer"."unit_value" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_offer_ref` ON `partner_offer` (`ref_no`);--> statement-breakpoint
CREATE INDEX `partner_offer_party` ON `partner_offer` (`party_id`);--> statement-breakpoint
CREATE INDEX `partner_offer_plan` ON `partner_offer` (`plan_id`);--> statement-breakpoint
CREATE INDEX `partner_offer_framework` ON `partner_offer` (`framework_id`);--> statement-breakpoint
CREATE TABLE `resource` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`words` text NOT NULL,
	`address` text NOT NULL,
	`opens` integer,
	`closes` integer,
	`listed` integer DEFAULT true NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_ref` ON `resource` (`ref_no`);--> statement-breakpoint
CREATE INDEX `resource_owner` ON `resource` (`owner_id`);--> statement-breakpoint
CREATE TABLE `book_balance` (
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `kind`),
	CONSTRAINT "book_balance_not_overdrawn" CHECK("book_balance"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE `book_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`owner_id` text NOT NULL,
	`side` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`on_date` text NOT NULL,
	`title` text NOT NULL,
	`voucher_no` text NOT NULL,
	`scan_hash` text,
	`scan_file_id` text,
	`state` text DEFAULT 'entered' NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`returned_at` integer,
	`return_reason` text,
	`reverses_id` text,
	`reason` text,
	FOREIGN KEY (`owner_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "book_entry_amount" CHECK("book_entry"."amount" <> 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `book_entry_voucher` ON `book_entry` (`owner_id`,`voucher_no`) WHERE state <> 'returned' and reverses_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `book_entry_ref` ON `book_entry` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `book_entry_reversed` ON `book_entry` (`reverses_id`) WHERE returned_at is null;--> statement-breakpoint
CREATE INDEX `book_entry_owner` ON `book_entry` (`owner_id`,`on_date`);--> statement-breakpoint
CREATE TABLE `cost_line` (
	`milestone_id` text PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `budget_line`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_guard` (
	`scope` text NOT NULL,
	`of_id` text NOT NULL,
	`account` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`scope`, `of_id`, `account`),
	CONSTRAINT "ledger_guard_not_overdrawn" CHECK("ledger_guard"."account" = 'source' or "ledger_guard"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE `pool_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`version` integer NOT NULL,
	`categories` text,
	`item_types` text,
	`fiscal` integer NOT NULL,
	`ground` text NOT NULL,
	`mark` text NOT NULL,
	`certainty` text NOT NULL,
	`from_date` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pool_rule_version` ON `pool_rule` (`source`,`version`);--> statement-breakpoint
CREATE TABLE `told_apart` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reason` text NOT NULL,
	`told_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `told_apart_once` ON `told_apart` (`plan_id`,`other_id`);--> statement-breakpoint
DROP INDEX `payment_voucher`;--> statement-breakpoint
ALTER TABLE `payment` ADD `account_changed_at` integer;--> statement-breakpoint
ALTER TABLE `payment` ADD `application_hash` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `paid_on` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `provider` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `release_key` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `losses` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `payment_voucher` ON `payment` (`voucher_year`,`voucher_no`);--> statement-breakpoint
DROP INDEX `voucher_once`;--> statement-breakpoint
ALTER TABLE `voucher` ADD `payer_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `voucher` ADD `sent_on` text;--> statement-breakpoint
ALTER TABLE `voucher` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `voucher` ADD `payer_tail` text;--> statement-breakpoint
ALTER TABLE `voucher` ADD `amount` integer;--> statement-breakpoint
ALTER TABLE `voucher` ADD `scan_hash` text;--> statement-breakpoint
ALTER TABLE `voucher` ADD `scan_file_id` text;--> statement-breakpoint
CREATE INDEX `voucher_scan` ON `voucher` (`scan_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_once` ON `voucher` (`year`,`no`,`payer_id`);--> statement-breakpoint
DROP INDEX `service_order_framework`;--> statement-breakpoint
DROP INDEX `service_order_person`;--> statement-breakpoint
DROP INDEX `service_order_supplier`;--> statement-breakpoint
ALTER TABLE `service_order` ADD `care_id` text;--> statement-breakpoint
CREATE INDEX `service_order_framework` ON `service_order` (`framework_id`,`state`,`amount`);--> statement-breakpoint
CREATE INDEX `service_order_person` ON `service_order` (`person_id`,`framework_id`);--> statement-breakpoint
CREATE INDEX `service_order_supplier` ON `service_order` (`supplier_id`,`state`,`framework_id`,`closed_at`);--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `people` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `invoice_hash` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `invoice_file_id` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `account_tail` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `submitted_by` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `receipt_no` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `paid_on` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `returned_by` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `returned_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `order_settlement_live` ON `order_settlement` (`framework_id`,`supplier_id`,`month`) WHERE state <> 'returned';--> statement-breakpoint
ALTER TABLE `need` ADD `like_plan_id` text;--> statement-breakpoint
CREATE INDEX `need_published` ON `need` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_community_published` ON `need` (`community_id`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_category_published` ON `need` (`category`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_merged` ON `need` (`merged_into`);--> statement-breakpoint
ALTER TABLE `method` ADD `final_offers` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `delegation_id` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `first_price` integer;--> statement-breakpoint
ALTER TABLE `tender` ADD `finals_opened_at` integer;--> statement-breakpoint
ALTER TABLE `acceptance` ADD `seed` text;--> statement-breakpoint
ALTER TABLE `acceptance` ADD `reopened_at` integer;--> statement-breakpoint
ALTER TABLE `acceptance` ADD `reopen_reason` text;--> statement-breakpoint
ALTER TABLE `contract_change` ADD `rationale` text;--> statement-breakpoint
ALTER TABLE `contract_change` ADD `acknowledged_by` text;--> statement-breakpoint
ALTER TABLE `contract_change` ADD `acknowledged_at` integer;--> statement-breakpoint
ALTER TABLE `contract` ADD `core` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `end_cause` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `end_finding_id` text;--> statement-breakpoint
ALTER TABLE `diary_entry` ADD `form_id` text;--> statement-breakpoint
ALTER TABLE `diary_entry` ADD `case_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `diary_entry_form` ON `diary_entry` (`contract_id`,`form_id`);--> statement-breakpoint
ALTER TABLE `finding` ADD `kind` text DEFAULT 'ordinary' NOT NULL;--> statement-breakpoint
ALTER TABLE `finding` ADD `freezes` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `framework_item` ADD `minutes` integer;--> statement-breakpoint
ALTER TABLE `rating` ADD `voice_id` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `heard_words` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `heard_by` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `heard_at` integer;--> statement-breakpoint
ALTER TABLE `rating` ADD `hidden_ground` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `restored_reason` text;--> statement-breakpoint
ALTER TABLE `fund_pool` ADD `categories` text;--> statement-breakpoint
ALTER TABLE `ledger_entry` ADD `gift_id` text;--> statement-breakpoint
CREATE INDEX `ledger_entry_gift` ON `ledger_entry` (`gift_id`);--> statement-breakpoint
ALTER TABLE `round_body` ADD `abstains_sealed` integer;--> statement-breakpoint
ALTER TABLE `social_worker` ADD `supervisor_id` text;