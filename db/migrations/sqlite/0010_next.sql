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
CREATE INDEX `ranking_period` ON `ranking` (`kind`,`period`);