CREATE TABLE `hall_body` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`rule_code` text NOT NULL,
	`name` text NOT NULL,
	`size` integer,
	`size_source` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hall_body_community` ON `hall_body` (`community_id`);--> statement-breakpoint
CREATE TABLE `hall_member` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`woman` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`body_id`) REFERENCES `hall_body`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hall_member_body` ON `hall_member` (`body_id`);--> statement-breakpoint
CREATE TABLE `hall_topic` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`source` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`need_id` text,
	`person_id` text,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`reason` text,
	`answered_by` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hall_topic_ref` ON `hall_topic` (`ref_no`);--> statement-breakpoint
CREATE INDEX `hall_topic_community` ON `hall_topic` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `hall_topic_person` ON `hall_topic` (`person_id`);--> statement-breakpoint
CREATE TABLE `meeting_file` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`sha256` text NOT NULL,
	`mime` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`open` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_file_meeting` ON `meeting_file` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`topic_id` text,
	`need_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `hall_topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_item_meeting` ON `meeting_item` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `meeting_item_need` ON `meeting_item` (`need_id`);--> statement-breakpoint
CREATE TABLE `meeting_member` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`woman` integer NOT NULL,
	`channel` text,
	`holder_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_member_meeting` ON `meeting_member` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`place` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_notice_meeting` ON `meeting_notice` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_question` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text,
	`words` text NOT NULL,
	`asked_at` integer NOT NULL,
	`shown` text,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_question_meeting` ON `meeting_question` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_resolution` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`words` text NOT NULL,
	`in_favour` integer NOT NULL,
	`against` integer NOT NULL,
	`abstained` integer NOT NULL,
	`passed` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `meeting_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_resolution_meeting` ON `meeting_resolution` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`scope` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`community_kind` text,
	`effect` text NOT NULL,
	`composition` text NOT NULL,
	`chair` text NOT NULL,
	`counted` integer NOT NULL,
	`notice_value` integer NOT NULL,
	`notice_unit` text NOT NULL,
	`quorum_over` integer NOT NULL,
	`quorum_num` integer NOT NULL,
	`quorum_den` integer NOT NULL,
	`majority_over` integer NOT NULL,
	`majority_num` integer NOT NULL,
	`majority_den` integer NOT NULL,
	`majority_base` text NOT NULL,
	`women_num` integer,
	`women_den` integer,
	`caller_num` integer,
	`caller_den` integer,
	`caller_base` text,
	`proxies` integer NOT NULL,
	`from_date` text NOT NULL,
	`grounds` text NOT NULL,
	`adopted_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_rule_version` ON `meeting_rule` (`code`,`scope`,`version`);--> statement-breakpoint
CREATE TABLE `meeting_step` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`resolution_id` text NOT NULL,
	`words` text NOT NULL,
	`party_id` text NOT NULL,
	`due_on` text NOT NULL,
	`done` text,
	`done_by` text,
	`done_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolution_id`) REFERENCES `meeting_resolution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_step_meeting` ON `meeting_step` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `meeting_step_party` ON `meeting_step` (`party_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`ref_no` text NOT NULL,
	`community_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`street_id` text NOT NULL,
	`body_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`title` text NOT NULL,
	`chair` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`state` text NOT NULL,
	`again_of` text,
	`size` integer,
	`noticed_at` integer,
	`reason` text,
	`attendance_source` text,
	`counts` text,
	`present` integer,
	`held_at` integer,
	`minutes` text,
	`minutes_by` text,
	`published_at` integer,
	`executed_at` integer,
	`report` text,
	`reported_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `party`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `hall_body`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`) REFERENCES `meeting_rule`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_ref` ON `meeting` (`ref_no`);--> statement-breakpoint
CREATE INDEX `meeting_community` ON `meeting` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `meeting_starts` ON `meeting` (`starts_at`);--> statement-breakpoint
CREATE TABLE `topic_support` (
	`topic_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`topic_id`, `person_id`),
	FOREIGN KEY (`topic_id`) REFERENCES `hall_topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
