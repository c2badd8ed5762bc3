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
CREATE TABLE `care_settlement` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`framework_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`month` text NOT NULL,
	`visits` integer NOT NULL,
	`people` integer NOT NULL,
	`minutes` integer NOT NULL,
	`amount` integer NOT NULL,
	`state` text NOT NULL,
	`claimed_by` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "care_settlement_amount" CHECK("care_settlement"."amount" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_settlement_ref` ON `care_settlement` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `care_settlement_live` ON `care_settlement` (`framework_id`,`supplier_id`,`month`) WHERE state <> 'returned';--> statement-breakpoint
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
	`settlement_id` text,
	FOREIGN KEY (`order_id`) REFERENCES `service_order`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`care_id`) REFERENCES `care`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_visit_order` ON `care_visit` (`order_id`);--> statement-breakpoint
CREATE INDEX `care_visit_care` ON `care_visit` (`care_id`);--> statement-breakpoint
CREATE INDEX `care_visit_aide` ON `care_visit` (`aide_id`);--> statement-breakpoint
CREATE INDEX `care_visit_supplier` ON `care_visit` (`supplier_id`,`settlement_id`);--> statement-breakpoint
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
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`returned_at` integer,
	`return_reason` text,
	`reverses_id` text,
	FOREIGN KEY (`owner_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "book_entry_amount" CHECK("book_entry"."amount" <> 0)
);
--> statement-breakpoint
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
ALTER TABLE `payment` ADD `application_hash` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `paid_on` text;--> statement-breakpoint
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
ALTER TABLE `contract_change` ADD `acknowledged_by` text;--> statement-breakpoint
ALTER TABLE `contract_change` ADD `acknowledged_at` integer;--> statement-breakpoint
ALTER TABLE `contract` ADD `core` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `end_cause` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `end_finding_id` text;--> statement-breakpoint
ALTER TABLE `finding` ADD `kind` text DEFAULT 'ordinary' NOT NULL;--> statement-breakpoint
ALTER TABLE `framework_item` ADD `minutes` integer;--> statement-breakpoint
ALTER TABLE `service_order` ADD `care_id` text;--> statement-breakpoint
ALTER TABLE `fund_pool` ADD `categories` text;