CREATE TABLE `round_box` (
	`round_id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`key_made_at` integer NOT NULL,
	`probe` text NOT NULL,
	`tried_at` integer,
	`closed_at` integer,
	`root` text,
	`leaves` integer,
	`replaced` integer,
	`replaced_hash` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `superseded_ballot` (
	`leaf` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `superseded_ballot_round` ON `superseded_ballot` (`round_id`,`leaf`);--> statement-breakpoint
CREATE TABLE `trustee` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`named_at` integer NOT NULL,
	`confirmed_at` integer,
	`public_key` text,
	`key_locked` text,
	`share_sealed` text,
	`tried_at` integer,
	`printed_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trustee_order` ON `trustee` (`round_id`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `trustee_once` ON `trustee` (`round_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `trustee_person` ON `trustee` (`person_id`);