CREATE TABLE `appraisal_work` (
	`round_item_id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`work_id` text NOT NULL,
	FOREIGN KEY (`round_item_id`) REFERENCES `round_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`work_id`) REFERENCES `minor_work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appraisal_work_of` ON `appraisal_work` (`appraisal_id`);--> statement-breakpoint
CREATE INDEX `appraisal_work_work` ON `appraisal_work` (`work_id`);