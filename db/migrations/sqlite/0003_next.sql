CREATE TABLE `cabinet` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`sealed` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cabinet_party` ON `cabinet` (`party_id`);--> statement-breakpoint
CREATE TABLE `consortium_member` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`tender_id` text NOT NULL,
	`party_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`consented_at` integer,
	`consented_by` text,
	`terms_hash` text,
	`sits_in` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consortium_member_once` ON `consortium_member` (`proposal_id`,`party_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `consortium_member_sits` ON `consortium_member` (`sits_in`);--> statement-breakpoint
CREATE INDEX `consortium_member_party` ON `consortium_member` (`party_id`);--> statement-breakpoint
ALTER TABLE `proposal` ADD `broken_at` integer;