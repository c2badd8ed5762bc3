CREATE TABLE "merit" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"kind" text NOT NULL,
	"ranking_id" text NOT NULL,
	"party_id" text NOT NULL,
	"words" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rank_formula" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"words" text NOT NULL,
	"from_date" text NOT NULL,
	"adopted_by" text NOT NULL,
	"adopted_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rank_objection" (
	"id" text PRIMARY KEY NOT NULL,
	"ranking_id" text NOT NULL,
	"party_id" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"answer" text,
	"decided_by" text,
	"decided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "ranking" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"formula_version" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"corrects" text,
	"published_by" text NOT NULL,
	"published_at" bigint NOT NULL,
	"objections_until" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merit" ADD CONSTRAINT "merit_ranking_id_ranking_id_fk" FOREIGN KEY ("ranking_id") REFERENCES "public"."ranking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merit" ADD CONSTRAINT "merit_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_objection" ADD CONSTRAINT "rank_objection_ranking_id_ranking_id_fk" FOREIGN KEY ("ranking_id") REFERENCES "public"."ranking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rank_objection" ADD CONSTRAINT "rank_objection_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "merit_once" ON "merit" USING btree ("ranking_id","party_id","kind");--> statement-breakpoint
CREATE INDEX "merit_party" ON "merit" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_formula_version" ON "rank_formula" USING btree ("kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "rank_objection_once" ON "rank_objection" USING btree ("ranking_id","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ranking_ref" ON "ranking" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "ranking_period" ON "ranking" USING btree ("kind","period");