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
DROP INDEX `contract_award`;--> statement-breakpoint
ALTER TABLE `contract` ADD `year` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `contract` ADD `renews_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `contract_award` ON `contract` (`award_id`,`year`);--> statement-breakpoint
ALTER TABLE `complaint` ADD `copies_at` integer;--> statement-breakpoint
ALTER TABLE `service_order` ADD `settlement_id` text;