CREATE TABLE `duty` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`ground` text NOT NULL,
	`desks` text NOT NULL,
	`office` text,
	`from_date` text NOT NULL,
	`to_date` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_version` ON `duty` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `heat_topic` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`category` text,
	`suggestion_ids` text NOT NULL,
	`decision` text NOT NULL,
	`need_id` text,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `heat_topic_community` ON `heat_topic` (`community_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `need_term` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`community_id` text NOT NULL,
	`term` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_term_word` ON `need_term` (`term`,`at`,`need_id`);--> statement-breakpoint
CREATE INDEX `need_term_near` ON `need_term` (`community_id`,`term`,`need_id`);--> statement-breakpoint
CREATE INDEX `need_term_need` ON `need_term` (`need_id`);--> statement-breakpoint
ALTER TABLE `need` ADD `split_from` text;--> statement-breakpoint
ALTER TABLE `need` ADD `starts_on` text;--> statement-breakpoint
ALTER TABLE `need` ADD `ends_on` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `raised_by` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `photos` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `voice` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `voice_mime` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `duty_id` text REFERENCES duty(id);--> statement-breakpoint
ALTER TABLE `suggestion` ADD `office` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `refer_reason` text;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `referred_at` integer;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `returned_at` integer;--> statement-breakpoint
CREATE INDEX `suggestion_recent` ON `suggestion` (`community_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `suggestion_due` ON `suggestion` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `suggestion_need` ON `suggestion` (`need_id`);