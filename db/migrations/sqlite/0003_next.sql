CREATE TABLE `activity_session` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`entry_id` text,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `diary_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_session_code` ON `activity_session` (`code`);--> statement-breakpoint
CREATE INDEX `activity_session_contract` ON `activity_session` (`contract_id`);--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`contract_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`worker_id` text NOT NULL,
	`state` text NOT NULL,
	`goal_sealed` text NOT NULL,
	`closing_sealed` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`worker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_file_ref` ON `case_file` (`ref_no`);--> statement-breakpoint
CREATE INDEX `case_file_worker` ON `case_file` (`worker_id`,`state`);--> statement-breakpoint
CREATE INDEX `case_file_contract` ON `case_file` (`contract_id`);--> statement-breakpoint
CREATE TABLE `case_note` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`words_sealed` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `diary_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_note_case` ON `case_note` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_note_entry` ON `case_note` (`entry_id`);--> statement-breakpoint
CREATE TABLE `cpd_record` (
	`id` text PRIMARY KEY NOT NULL,
	`worker_id` text NOT NULL,
	`held_on` text NOT NULL,
	`title` text NOT NULL,
	`hours` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	FOREIGN KEY (`worker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cpd_record_worker` ON `cpd_record` (`worker_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `session_arrival` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`service_user_id` text NOT NULL,
	`via` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `activity_session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_user_id`) REFERENCES `service_user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_arrival_once` ON `session_arrival` (`session_id`,`service_user_id`);--> statement-breakpoint
ALTER TABLE `diary_entry` ADD `form_id` text;--> statement-breakpoint
ALTER TABLE `diary_entry` ADD `case_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `diary_entry_form` ON `diary_entry` (`contract_id`,`form_id`);--> statement-breakpoint
ALTER TABLE `social_worker` ADD `supervisor_id` text;