CREATE TABLE `printout` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`hash` text NOT NULL,
	`issued_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `printout_hash` ON `printout` (`hash`);--> statement-breakpoint
CREATE INDEX `printout_subject` ON `printout` (`kind`,`subject`);--> statement-breakpoint
ALTER TABLE `bank_line` ADD `settlement_id` text;--> statement-breakpoint
ALTER TABLE `order_settlement` ADD `paid_on` text;--> statement-breakpoint
ALTER TABLE `book_entry` ADD `state` text DEFAULT 'entered' NOT NULL;--> statement-breakpoint
ALTER TABLE `book_entry` ADD `reason` text;--> statement-breakpoint
CREATE UNIQUE INDEX `book_entry_voucher` ON `book_entry` (`owner_id`,`voucher_no`) WHERE state <> 'returned' and reverses_id is null;