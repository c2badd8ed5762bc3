CREATE TABLE `document_template` (
	`id` text PRIMARY KEY NOT NULL,
	`method_code` text NOT NULL,
	`version` integer NOT NULL,
	`parts` text NOT NULL,
	`basis` text NOT NULL,
	`from_date` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_template_version` ON `document_template` (`method_code`,`version`);--> statement-breakpoint
CREATE TABLE `tender_review` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`kind` text NOT NULL,
	`checklist_version` integer NOT NULL,
	`answers` text NOT NULL,
	`passes` integer NOT NULL,
	`opinion` text NOT NULL,
	`hash` text NOT NULL,
	`reviewed_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tender_review_tender` ON `tender_review` (`tender_id`);--> statement-breakpoint
CREATE TABLE `tender_search` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`method_code` text,
	`buyer_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tender_search_person` ON `tender_search` (`person_id`);--> statement-breakpoint
CREATE TABLE `tender_version` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`amendment_id` text,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tender_version_order` ON `tender_version` (`tender_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `buyer_check` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`failed` text NOT NULL,
	`words` text,
	`checked_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `buyer_check_once` ON `buyer_check` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `buyer_check_tender` ON `buyer_check` (`tender_id`);--> statement-breakpoint
CREATE TABLE `evaluation_version` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`version` integer NOT NULL,
	`ground` text NOT NULL,
	`words` text NOT NULL,
	`report` text NOT NULL,
	`report_hash` text NOT NULL,
	`report_at` integer NOT NULL,
	`signatures` text NOT NULL,
	`reopened_by` text NOT NULL,
	`reopened_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluation_version_order` ON `evaluation_version` (`tender_id`,`version`);--> statement-breakpoint
CREATE TABLE `expert_kin` (
	`id` text PRIMARY KEY NOT NULL,
	`expert_id` text NOT NULL,
	`person_id` text NOT NULL,
	`relation` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`expert_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `expert_kin_once` ON `expert_kin` (`expert_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `expert_standing` (
	`id` text PRIMARY KEY NOT NULL,
	`expert_id` text NOT NULL,
	`kind` text NOT NULL,
	`ground` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	`noted_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`expert_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `expert_standing_expert` ON `expert_standing` (`expert_id`);--> statement-breakpoint
CREATE TABLE `panel_draw` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`seed` text NOT NULL,
	`pool` text NOT NULL,
	`list_hash` text NOT NULL,
	`left_out` text NOT NULL,
	`passed` text NOT NULL,
	`experts` integer NOT NULL,
	`field` text,
	`drawn_by` text NOT NULL,
	`drawn_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_draw_tender` ON `panel_draw` (`tender_id`);--> statement-breakpoint
CREATE TABLE `price_correction` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`readings` text NOT NULL,
	`steps` text NOT NULL,
	`was` integer NOT NULL,
	`corrected` integer NOT NULL,
	`words` text NOT NULL,
	`found_by` text NOT NULL,
	`found_at` integer NOT NULL,
	`agreed_at` integer,
	`agreed_by` text NOT NULL,
	`due_at` integer,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`found_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `price_correction_once` ON `price_correction` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `price_correction_tender` ON `price_correction` (`tender_id`);--> statement-breakpoint
CREATE TABLE `score_change` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`ground` text NOT NULL,
	`was` real NOT NULL,
	`now` real NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `score_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `score_change_tender` ON `score_change` (`tender_id`);--> statement-breakpoint
CREATE TABLE `supplement` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`items` text NOT NULL,
	`wanted` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`words` text,
	`file_id` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supplement_once` ON `supplement` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `supplement_tender` ON `supplement` (`tender_id`);--> statement-breakpoint
ALTER TABLE `amendment` ADD `by_rule` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `criterion` ADD `levels` text;--> statement-breakpoint
ALTER TABLE `method` ADD `buyer_qualifies` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `panel_vote` ADD `failed` text;--> statement-breakpoint
ALTER TABLE `question` ADD `affects` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `hash` text;--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `return_ground` text;--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `returned_for` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `qualification_items` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `acceptance_plan` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `public_interest` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `tender` ADD `market_survey` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `requirement_at` integer;--> statement-breakpoint
ALTER TABLE `tender` ADD `document_template_id` text;--> statement-breakpoint
ALTER TABLE `tender` ADD `end_ground` text;--> statement-breakpoint
ALTER TABLE `expert` ADD `employer_id` text;--> statement-breakpoint
ALTER TABLE `expert` ADD `expertise` text;