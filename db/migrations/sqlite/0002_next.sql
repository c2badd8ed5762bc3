CREATE TABLE `survey_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`grid_id` text,
	`building` text NOT NULL,
	`households` integer NOT NULL,
	`first` integer NOT NULL,
	`sheets` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grid_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_batch_first` ON `survey_batch` (`survey_id`,`first`);--> statement-breakpoint
CREATE TABLE `survey_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`sheet_id` text,
	`relation` text,
	`grid_id` text,
	`typed` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `survey_sheet`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_draft_survey` ON `survey_draft` (`survey_id`);--> statement-breakpoint
CREATE TABLE `survey_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`entered_by` text NOT NULL,
	`channel` text NOT NULL,
	`relation` text,
	`answers` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `survey_sheet`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_entry_once` ON `survey_entry` (`sheet_id`,`entered_by`);--> statement-breakpoint
CREATE INDEX `survey_entry_survey` ON `survey_entry` (`survey_id`);--> statement-breakpoint
CREATE TABLE `survey_sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`no` integer NOT NULL,
	`code_hash` text NOT NULL,
	`used` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `survey_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_sheet_no` ON `survey_sheet` (`survey_id`,`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `survey_sheet_code` ON `survey_sheet` (`survey_id`,`code_hash`);--> statement-breakpoint
CREATE INDEX `survey_sheet_batch` ON `survey_sheet` (`batch_id`,`used`);--> statement-breakpoint
CREATE TABLE `survey_tally` (
	`survey_id` text PRIMARY KEY NOT NULL,
	`tally` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `survey_words` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`shown_words` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `survey_answer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_words_once` ON `survey_words` (`answer_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `survey_words_survey` ON `survey_words` (`survey_id`);--> statement-breakpoint
ALTER TABLE `survey_answer` ADD `relation` text;--> statement-breakpoint
ALTER TABLE `survey_template` ADD `committee_id` text REFERENCES party(id);--> statement-breakpoint
ALTER TABLE `survey_template` ADD `based_on` text;--> statement-breakpoint
ALTER TABLE `survey` ADD `wave_of` text;--> statement-breakpoint
ALTER TABLE `survey` ADD `answer_limit` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `survey` ADD `two_entries` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `survey` ADD `min_age` integer DEFAULT 14 NOT NULL;