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
ALTER TABLE `order_settlement` ADD `people` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `invoice_hash` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `invoice_file_id` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `account_tail` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `submitted_by` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `receipt_no` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `returned_by` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `returned_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `order_settlement_live` ON `order_settlement` (`framework_id`,`supplier_id`,`month`) WHERE state <> 'returned';