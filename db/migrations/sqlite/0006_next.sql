CREATE TABLE `direct_objection` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`party_id` text NOT NULL,
	`raised_by` text NOT NULL,
	`words` text NOT NULL,
	`raised_at` integer NOT NULL,
	`upheld` integer,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `direct_objection_once` ON `direct_objection` (`plan_id`,`party_id`);--> statement-breakpoint
CREATE TABLE `plan_line` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`item` text NOT NULL,
	`unit` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price` integer NOT NULL,
	`quality` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_line_order` ON `plan_line` (`plan_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `framework_item` (
	`id` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`price` integer NOT NULL,
	`quality` text NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_item_order` ON `framework_item` (`framework_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `framework_provider` (
	`id` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`applied_by` text NOT NULL,
	`applied_at` integer NOT NULL,
	`review_by` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`signed_by` text,
	`signed_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_provider_once` ON `framework_provider` (`framework_id`,`supplier_id`);--> statement-breakpoint
CREATE TABLE `framework` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`plan_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`title` text NOT NULL,
	`conditions` text NOT NULL,
	`for_whom` text NOT NULL,
	`age_from` integer,
	`ceiling` integer NOT NULL,
	`per_person` integer,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`state` text NOT NULL,
	`drafted_by` text NOT NULL,
	`published_by` text,
	`published_at` integer,
	`closed_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_ref` ON `framework` (`ref_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `framework_plan` ON `framework` (`plan_id`);--> statement-breakpoint
CREATE INDEX `framework_state` ON `framework` (`state`);--> statement-breakpoint
CREATE TABLE `kinship` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`relation` text NOT NULL,
	`consent` text NOT NULL,
	`community_id` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kinship_person` ON `kinship` (`person_id`);--> statement-breakpoint
CREATE INDEX `kinship_agent` ON `kinship` (`agent_id`);--> statement-breakpoint
CREATE TABLE `service_order` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`framework_id` text NOT NULL,
	`item_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`person_id` text NOT NULL,
	`placed_by` text NOT NULL,
	`quantity` integer NOT NULL,
	`amount` integer NOT NULL,
	`wished_on` text NOT NULL,
	`words_sealed` text,
	`state` text NOT NULL,
	`placed_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	`done_at` integer,
	`done_by` text,
	`done_on` text,
	`closed_at` integer,
	`closed_by` text,
	`reason` text,
	FOREIGN KEY (`framework_id`) REFERENCES `framework`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `framework_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `framework_provider`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_order_ref` ON `service_order` (`ref_no`);--> statement-breakpoint
CREATE INDEX `service_order_framework` ON `service_order` (`framework_id`,`state`);--> statement-breakpoint
CREATE INDEX `service_order_person` ON `service_order` (`person_id`);--> statement-breakpoint
CREATE INDEX `service_order_supplier` ON `service_order` (`supplier_id`,`state`);--> statement-breakpoint
CREATE TABLE `minor_part` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`amount` integer NOT NULL,
	`state` text NOT NULL,
	`reported_by` text,
	`reported_at` integer,
	`finding` text,
	`accepted_by` text,
	`accepted_at` integer,
	`voucher_no` text,
	`paid_by` text,
	`paid_at` integer,
	`reason` text,
	FOREIGN KEY (`work_id`) REFERENCES `minor_work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minor_part_order` ON `minor_part` (`work_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `minor_quote` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`supplier_id` text NOT NULL,
	`sealed` text NOT NULL,
	`channel` text NOT NULL,
	`entered_by` text NOT NULL,
	`at` integer NOT NULL,
	`price` integer,
	`days` integer,
	`words` text,
	FOREIGN KEY (`work_id`) REFERENCES `minor_work`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minor_quote_once` ON `minor_quote` (`work_id`,`supplier_id`);--> statement-breakpoint
CREATE TABLE `minor_work` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`plan_id` text NOT NULL,
	`buyer_id` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`list` text NOT NULL,
	`ceiling` integer NOT NULL,
	`quotes_until` integer NOT NULL,
	`state` text NOT NULL,
	`drafted_by` text NOT NULL,
	`called_by` text,
	`called_at` integer,
	`quote_id` text,
	`price` integer,
	`chosen_by` text,
	`chosen_at` integer,
	`reason` text,
	`signed_by` text,
	`signed_at` integer,
	`end_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minor_work_ref` ON `minor_work` (`ref_no`);--> statement-breakpoint
CREATE INDEX `minor_work_plan` ON `minor_work` (`plan_id`);--> statement-breakpoint
CREATE INDEX `minor_work_state` ON `minor_work` (`state`);--> statement-breakpoint
CREATE TABLE `flag_look` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`subject` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `flag_look_subject` ON `flag_look` (`code`,`subject`);--> statement-breakpoint
CREATE TABLE `ocds_profile` (
	`version` integer PRIMARY KEY NOT NULL,
	`prefix` text NOT NULL,
	`registered` integer NOT NULL,
	`publisher` text NOT NULL,
	`origin` text NOT NULL,
	`license` text NOT NULL,
	`set_by` text,
	`set_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ocds_release` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`ocid` text NOT NULL,
	`seq` integer NOT NULL,
	`tag` text NOT NULL,
	`plan_id` text NOT NULL,
	`tender_id` text,
	`at` integer NOT NULL,
	`json` text NOT NULL,
	`sha256` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ocds_release_id` ON `ocds_release` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ocds_release_seq` ON `ocds_release` (`ocid`,`seq`);--> statement-breakpoint
CREATE INDEX `ocds_release_plan` ON `ocds_release` (`plan_id`,`ordinal`);--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `unit` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `demo` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `from_date` text DEFAULT '2025-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `until_date` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `entered_by` text;--> statement-breakpoint
ALTER TABLE `catalogue_entry` ADD `entered_at` integer;--> statement-breakpoint
ALTER TABLE `plan` ADD `catalogue_id` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `years` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `years_reason` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `ex_ante` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_ground` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_words` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `sole_supplier_id` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_notice_on` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `direct_notice_until` text;