CREATE TABLE `round_file` (
	`round_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`unit` text NOT NULL,
	`instance` text NOT NULL,
	`currency` text,
	`counted` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_round_item` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`need_id` text,
	`ref_no` text,
	`title` text,
	`ordinal` integer NOT NULL,
	`cost` integer NOT NULL,
	`outcome` text,
	`reason` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_round_item`("id", "round_id", "need_id", "ordinal", "cost", "outcome", "reason") SELECT "id", "round_id", "need_id", "ordinal", "cost", "outcome", "reason" FROM `round_item`;--> statement-breakpoint
DROP TABLE `round_item`;--> statement-breakpoint
ALTER TABLE `__new_round_item` RENAME TO `round_item`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `round_item_once` ON `round_item` (`round_id`,`need_id`);--> statement-breakpoint
ALTER TABLE `need` ADD `duty_id` text REFERENCES duty(id);--> statement-breakpoint
ALTER TABLE `need` ADD `duty_outside` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `suggestion` ADD `duty_outside` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `minor_quote` ADD `chosen_at` integer;--> statement-breakpoint
ALTER TABLE `minor_quote` ADD `set_aside_at` integer;--> statement-breakpoint
ALTER TABLE `minor_quote` ADD `set_aside_reason` text;