ALTER TABLE `method` ADD `seal_mode` text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `two_envelopes` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `consortium` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `direct` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `framework` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `service` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `reconfirm_days` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `confirm_days` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `term_months` integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `place_id` text;--> statement-breakpoint
ALTER TABLE `method` ADD `certainty` text DEFAULT 'M' NOT NULL;--> statement-breakpoint
ALTER TABLE `method` ADD `added_by` text;--> statement-breakpoint
ALTER TABLE `method` ADD `added_at` integer;--> statement-breakpoint
ALTER TABLE `method` ADD `ground` text;