CREATE TABLE `seal_leaf` (
	`leaf` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `seal_leaf_day` ON `seal_leaf` (`day`,`leaf`);--> statement-breakpoint
CREATE TABLE `tender_keeper` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`named_at` integer NOT NULL,
	`confirmed_at` integer,
	`public_key` text,
	`key_locked` text,
	`tried_at` integer,
	`printed_at` integer,
	`proved_at` integer,
	`lost_at` integer,
	`lent_at` integer,
	`opened_at` integer,
	`signed_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_keeper_order` ON `tender_keeper` (`tender_id`,`ordinal`);--> statement-breakpoint
CREATE UNIQUE INDEX `tender_keeper_once` ON `tender_keeper` (`tender_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `tender_keeper_person` ON `tender_keeper` (`person_id`);--> statement-breakpoint
CREATE TABLE `tender_key` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`envelope` text NOT NULL,
	`public_key` text NOT NULL,
	`probe` text NOT NULL,
	`made_at` integer NOT NULL,
	`tried_at` integer,
	`opened_at` integer,
	`record` text,
	`record_hash` text,
	`record_signature` text,
	`rechecked_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_key_envelope` ON `tender_key` (`tender_id`,`envelope`);--> statement-breakpoint
CREATE TABLE `tender_share` (
	`id` text PRIMARY KEY NOT NULL,
	`keeper_id` text NOT NULL,
	`envelope` text NOT NULL,
	`share_sealed` text NOT NULL,
	`share_probe` text NOT NULL,
	`lent` text,
	FOREIGN KEY (`keeper_id`) REFERENCES `tender_keeper`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_share_envelope` ON `tender_share` (`keeper_id`,`envelope`);--> statement-breakpoint
ALTER TABLE `proposal` ADD `sealed_price` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `seal_salt` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `sealed_in` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `seal_mode` text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE `tender` ADD `prices_opened_at` integer;