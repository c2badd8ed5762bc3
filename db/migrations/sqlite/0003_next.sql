CREATE TABLE `burden_form` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`office` text NOT NULL,
	`name` text NOT NULL,
	`copies` integer NOT NULL,
	`minutes` integer NOT NULL,
	`duty_id` text,
	`duty_outside` integer DEFAULT false NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`struck_by` text,
	`struck_at` integer,
	`struck_reason` text,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duty_id`) REFERENCES `duty`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `burden_form_month` ON `burden_form` (`community_id`,`month`);--> statement-breakpoint
CREATE TABLE `petition` (
	`id` text PRIMARY KEY NOT NULL,
	`suggestion_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`from_party_id` text NOT NULL,
	`from_role` text NOT NULL,
	`referred_by` text NOT NULL,
	`referred_at` integer NOT NULL,
	`notify_due_on` text NOT NULL,
	`object_due_on` text NOT NULL,
	`office` text,
	`accepted_at` integer,
	`finish_due_on` text,
	`extended_at` integer,
	`extend_reason` text,
	`finished_at` integer,
	`opinion_no` text,
	FOREIGN KEY (`suggestion_id`) REFERENCES `suggestion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `petition_suggestion` ON `petition` (`suggestion_id`,`referred_at`);