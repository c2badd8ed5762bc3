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
ALTER TABLE `contract_change` ADD `acknowledged_by` text;--> statement-breakpoint
ALTER TABLE `contract_change` ADD `acknowledged_at` integer;--> statement-breakpoint
ALTER TABLE `contract` ADD `core` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `end_cause` text;--> statement-breakpoint
ALTER TABLE `contract` ADD `end_finding_id` text;--> statement-breakpoint
ALTER TABLE `finding` ADD `kind` text DEFAULT 'ordinary' NOT NULL;