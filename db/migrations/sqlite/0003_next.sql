ALTER TABLE `trustee` ADD `share_offered` text;--> statement-breakpoint
ALTER TABLE `trustee` ADD `offered_at` integer;