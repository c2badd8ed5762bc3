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
ALTER TABLE `plan` ADD `chain_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tender` ADD `witness_id` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `witness_role` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `witnessed_at` integer;--> statement-breakpoint
ALTER TABLE `contract` ADD `recovery_ground` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `terminated_by` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `invoice_hash` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `invoice_file_id` text;--> statement-breakpoint
CREATE INDEX `payment_invoice` ON `payment` (`invoice_no`);--> statement-breakpoint
CREATE INDEX `payment_invoice_hash` ON `payment` (`invoice_hash`);