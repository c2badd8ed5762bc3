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
ALTER TABLE `calendar_year` ADD `version` integer DEFAULT 1 NOT NULL;