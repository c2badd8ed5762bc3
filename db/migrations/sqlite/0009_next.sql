CREATE TABLE `appraisal_item` (
	`round_item_id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`contract_id` text NOT NULL,
	FOREIGN KEY (`round_item_id`) REFERENCES `round_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contract`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appraisal_item_contract` ON `appraisal_item` (`contract_id`);--> statement-breakpoint
CREATE TABLE `appraisal` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`community_id` text NOT NULL,
	`year` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisal_round` ON `appraisal` (`round_id`);--> statement-breakpoint
CREATE INDEX `appraisal_community` ON `appraisal` (`community_id`,`year`);