ALTER TABLE `file` ADD `dropped_at` integer;--> statement-breakpoint
CREATE INDEX `file_owner` ON `file` (`owner_id`);--> statement-breakpoint
CREATE INDEX `file_bytes` ON `file` (`sha256`);