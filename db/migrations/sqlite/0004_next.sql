ALTER TABLE `payment` ADD `application_hash` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `paid_on` text;--> statement-breakpoint
ALTER TABLE `voucher` ADD `sent_on` text;