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
ALTER TABLE `need` ADD `like_plan_id` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `delegation_id` text;