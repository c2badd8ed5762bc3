CREATE TABLE `order_fix` (
	`id` text PRIMARY KEY NOT NULL,
	`rating_id` text NOT NULL,
	`framework_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`rater_words` text,
	`closed_at` integer,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`rating_id`) REFERENCES `order_rating`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_fix_rating` ON `order_fix` (`rating_id`);--> statement-breakpoint
CREATE INDEX `order_fix_supplier` ON `order_fix` (`supplier_id`,`state`);--> statement-breakpoint
CREATE INDEX `order_fix_framework` ON `order_fix` (`framework_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `order_rating` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`framework_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`level` integer NOT NULL,
	`words` text,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `service_order`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_rating_once` ON `order_rating` (`order_id`);--> statement-breakpoint
CREATE INDEX `order_rating_supplier` ON `order_rating` (`supplier_id`,`level`);--> statement-breakpoint
CREATE INDEX `order_rating_framework` ON `order_rating` (`framework_id`,`supplier_id`,`level`);