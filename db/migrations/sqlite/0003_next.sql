DROP INDEX `visit_once`;--> statement-breakpoint
ALTER TABLE `visit` ADD `reason` text;--> statement-breakpoint
CREATE UNIQUE INDEX `visit_once` ON `visit` (`visit_plan_id`,`contract_id`) WHERE why <> 'unplanned';--> statement-breakpoint
ALTER TABLE `rating` ADD `voice_id` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `heard_words` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `heard_by` text;--> statement-breakpoint
ALTER TABLE `rating` ADD `heard_at` integer;