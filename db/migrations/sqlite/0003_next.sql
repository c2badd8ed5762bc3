CREATE TABLE `callback` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`roll_entry_id` text NOT NULL,
	`helper_id` text NOT NULL,
	`drawn_by` text NOT NULL,
	`drawn_at` integer NOT NULL,
	`outcome` text,
	`note` text,
	`called_by` text,
	`called_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`roll_entry_id`) REFERENCES `roll_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `callback_once` ON `callback` (`roll_entry_id`);--> statement-breakpoint
CREATE INDEX `callback_round` ON `callback` (`round_id`);--> statement-breakpoint
CREATE TABLE `kiosk` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`party_id` text NOT NULL,
	`spot` text NOT NULL,
	`unlocked_by` text NOT NULL,
	`unlocked_at` integer NOT NULL,
	`locked_at` integer,
	`turn_hash` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kiosk_round` ON `kiosk` (`round_id`);--> statement-breakpoint
CREATE TABLE `paper_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`building` text NOT NULL,
	`size` integer NOT NULL,
	`carrier_id` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`used` integer,
	`unused` integer,
	`missing_ground` text,
	`returned_by` text,
	`returned_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_batch_order` ON `paper_batch` (`round_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `paper_sheet` (
	`batch_id` text NOT NULL,
	`line` integer NOT NULL,
	`outcome` text NOT NULL,
	`voided` text,
	`blank` integer DEFAULT false NOT NULL,
	`first_reader` text NOT NULL,
	`second_reader` text NOT NULL,
	`third_reader` text,
	PRIMARY KEY(`batch_id`, `line`),
	FOREIGN KEY (`batch_id`) REFERENCES `paper_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reissued_slip` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`roll_entry_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code_hash` text,
	`ground` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reissued_slip_order` ON `reissued_slip` (`roll_entry_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `reissued_slip_code` ON `reissued_slip` (`round_id`,`code_hash`);--> statement-breakpoint
CREATE TABLE `roll_load` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`source` text NOT NULL,
	`entries` integer NOT NULL,
	`households` integer NOT NULL,
	`without_phone` integer NOT NULL,
	`added` integer NOT NULL,
	`gone` integer NOT NULL,
	`registered` integer,
	`loaded_by` text NOT NULL,
	`loaded_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roll_load_round` ON `roll_load` (`round_id`);--> statement-breakpoint
CREATE TABLE `sheet_reading` (
	`batch_id` text NOT NULL,
	`line` integer NOT NULL,
	`reading` integer NOT NULL,
	`reader_id` text NOT NULL,
	`slip_hash` text NOT NULL,
	`marks_hash` text NOT NULL,
	PRIMARY KEY(`batch_id`, `line`, `reading`),
	FOREIGN KEY (`batch_id`) REFERENCES `paper_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `grid_id` text;--> statement-breakpoint
ALTER TABLE `roll_entry` ADD `building` text;