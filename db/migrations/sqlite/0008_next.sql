CREATE INDEX `need_published` ON `need` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_community_published` ON `need` (`community_id`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_category_published` ON `need` (`category`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_merged` ON `need` (`merged_into`);