ALTER TABLE `handover` ADD `state` text DEFAULT 'signed' NOT NULL;--> statement-breakpoint
ALTER TABLE `handover` ADD `signed_by` text;--> statement-breakpoint
ALTER TABLE `handover` ADD `ground` text;--> statement-breakpoint
ALTER TABLE `handover` ADD `returned_at` integer;--> statement-breakpoint
ALTER TABLE `handover` ADD `return_words` text;