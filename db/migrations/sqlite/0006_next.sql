CREATE TABLE `enrolment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`word_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`issued_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enrolment_person` ON `enrolment` (`person_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `seat` ADD `awaits` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `seat` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `seat` ADD `confirmed_at` integer;