CREATE TABLE `annual_inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`year` integer NOT NULL,
	`result` text NOT NULL,
	`concluded_on` text NOT NULL,
	`entered_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `annual_inspection_year` ON `annual_inspection` (`party_id`,`year`);--> statement-breakpoint
CREATE TABLE `listing` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`list` text NOT NULL,
	`from_date` text NOT NULL,
	`ground` text NOT NULL,
	`entered_by` text,
	`to_date` text,
	`lift_ground` text,
	`lifted_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_party` ON `listing` (`party_id`);--> statement-breakpoint
CREATE TABLE `sanction` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`party_id` text NOT NULL,
	`ground` text NOT NULL,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`reported_by` text NOT NULL,
	`reporter_id` text NOT NULL,
	`reported_at` integer NOT NULL,
	`served_by` text,
	`served_at` integer,
	`defence_ends_at` integer,
	`defence` text,
	`defended_by` text,
	`defended_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`decision` text,
	`from_date` text,
	`to_date` text,
	`lifted_by` text,
	`lifted_on` text,
	`lift_ground` text,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sanction_ref` ON `sanction` (`ref_no`);--> statement-breakpoint
CREATE INDEX `sanction_party` ON `sanction` (`party_id`);--> statement-breakpoint
ALTER TABLE `award` ADD `late_reason` text;--> statement-breakpoint
ALTER TABLE `award` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `challenge` ADD `about` text DEFAULT 'result' NOT NULL;--> statement-breakpoint
ALTER TABLE `challenge` ADD `step` text;--> statement-breakpoint
ALTER TABLE `challenge` ADD `remedy` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `points` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `remedy` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `complaint` ADD `suspended_until` integer;--> statement-breakpoint
ALTER TABLE `complaint` ADD `suspended_by` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `suspend_ground` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `resumed_at` integer;--> statement-breakpoint
ALTER TABLE `party` ADD `certificate_until` text;--> statement-breakpoint
ALTER TABLE `party` ADD `deregistered_on` text;--> statement-breakpoint
ALTER TABLE `party` ADD `registration` text;--> statement-breakpoint
ALTER TABLE `party` ADD `supervisor_name` text;--> statement-breakpoint
ALTER TABLE `party` ADD `decoupled_on` text;--> statement-breakpoint
ALTER TABLE `party` ADD `filed_with` text;--> statement-breakpoint
ALTER TABLE `party` ADD `filed_on` text;--> statement-breakpoint
ALTER TABLE `party` ADD `reconfirmed_on` text;