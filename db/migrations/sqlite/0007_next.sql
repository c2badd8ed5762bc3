ALTER TABLE `tender` ADD `draw_sealed` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `draw_commit` text;