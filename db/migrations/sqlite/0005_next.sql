CREATE TABLE `paper_check` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_plan_id` text NOT NULL,
	`book_entry_id` text,
	`settlement_voucher_id` text,
	`state` text NOT NULL,
	`words` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`visit_plan_id`) REFERENCES `visit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`book_entry_id`) REFERENCES `book_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settlement_voucher_id`) REFERENCES `settlement_voucher`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_check_entry` ON `paper_check` (`visit_plan_id`,`book_entry_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `paper_check_voucher` ON `paper_check` (`visit_plan_id`,`settlement_voucher_id`);