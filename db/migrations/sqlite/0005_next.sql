ALTER TABLE `rating` ADD `hidden_ground` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `restored_reason` text;--> statement-breakpoint
ALTER TABLE `ledger_entry` ADD `gift_id` text;--> statement-breakpoint
CREATE INDEX `ledger_entry_gift` ON `ledger_entry` (`gift_id`);