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
CREATE UNIQUE INDEX `year_statement_version` ON `year_statement` (`party_id`,`year`,`version`);